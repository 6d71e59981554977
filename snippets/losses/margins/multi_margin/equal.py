import itertools

import torch

from optguide.losses import MultiMarginLoss

generator = torch.Generator().manual_seed(0)
count = 0
weights = None, torch.rand(4, generator=generator, dtype=torch.float64)
for rows, p, margin, weight, reduction in itertools.product(
    [None, 1, 6], [1, 2], [0.5, 1.0, 2.0], weights, ["none", "mean", "sum"]
):
    # zh: 形状 (C,) 或 (N, C)，四个类别
    # en: shape (C,) or (N, C), four classes
    size = () if rows is None else (rows,)
    score = torch.randn(*size, 4, generator=generator, dtype=torch.float64)
    target = torch.randint(4, size, generator=generator)
    ours = score.clone().requires_grad_()
    theirs = score.clone().requires_grad_()
    options = {"p": p, "margin": margin, "weight": weight, "reduction": reduction}
    ours_loss = MultiMarginLoss(**options)(ours, target)
    theirs_loss = torch.nn.MultiMarginLoss(**options)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    tolerance = {"rtol": 1e-12, "atol": 1e-12}
    torch.testing.assert_close(ours_loss, theirs_loss, **tolerance)
    torch.testing.assert_close(ours.grad, theirs.grad, **tolerance)
    count += 1
print(f"{count} cases: value and gradient agree within 1e-12")
