import itertools

import torch

from optguide.losses import SoftMarginLoss

generator = torch.Generator().manual_seed(0)
count = 0
for shape, reduction in itertools.product(
    [(6,), (3, 4), (2, 3, 4)], ["none", "mean", "sum"]
):
    # zh: 得分从 -30 到 30；目标是 1 或 -1
    # en: scores from -30 to 30; targets 1 or -1
    score = 60 * torch.rand(shape, generator=generator, dtype=torch.float64) - 30
    target = 2.0 * torch.randint(2, shape, generator=generator) - 1
    ours = score.clone().requires_grad_()
    theirs = score.clone().requires_grad_()
    ours_loss = SoftMarginLoss(reduction=reduction)(ours, target)
    theirs_loss = torch.nn.SoftMarginLoss(reduction=reduction)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    tolerance = {"rtol": 1e-12, "atol": 1e-12}
    torch.testing.assert_close(ours_loss, theirs_loss, **tolerance)
    torch.testing.assert_close(ours.grad, theirs.grad, **tolerance)
    count += 1
print(f"{count} cases: value and gradient agree within 1e-12")
