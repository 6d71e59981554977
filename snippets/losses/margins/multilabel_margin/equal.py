import itertools

import torch

from optguide.losses import MultiLabelMarginLoss

generator = torch.Generator().manual_seed(0)
count = 0
for shape, _, reduction in itertools.product(
    [(5,), (1, 5), (6, 5)], range(4), ["none", "mean", "sum"]
):
    # zh: 目标随意取 -1 到 4，-1 可以在任何位置
    # en: targets anywhere from -1 to 4, so that a -1 may stand anywhere
    score = torch.randn(shape, generator=generator, dtype=torch.float64)
    target = torch.randint(-1, 5, shape, generator=generator)
    ours = score.clone().requires_grad_()
    theirs = score.clone().requires_grad_()
    ours_loss = MultiLabelMarginLoss(reduction=reduction)(ours, target)
    theirs_loss = torch.nn.MultiLabelMarginLoss(reduction=reduction)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    tolerance = {"rtol": 1e-12, "atol": 1e-12}
    torch.testing.assert_close(ours_loss, theirs_loss, **tolerance)
    torch.testing.assert_close(ours.grad, theirs.grad, **tolerance)
    count += 1
print(f"{count} cases: value and gradient agree within 1e-12")
