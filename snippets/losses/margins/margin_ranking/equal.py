import itertools

import torch

from optguide.losses import MarginRankingLoss

generator = torch.Generator().manual_seed(0)
count = 0
for shape, margin, reduction in itertools.product(
    [(), (6,), (3, 4)], [0.0, 0.5, 2.0], ["none", "mean", "sum"]
):
    x1, x2 = (
        torch.randn(shape, generator=generator, dtype=torch.float64) for _ in range(2)
    )
    y = 2.0 * torch.randint(2, shape, generator=generator) - 1
    ours = [x1.clone().requires_grad_(), x2.clone().requires_grad_()]
    theirs = [x1.clone().requires_grad_(), x2.clone().requires_grad_()]
    options = {"margin": margin, "reduction": reduction}
    ours_loss = MarginRankingLoss(**options)(*ours, y)
    theirs_loss = torch.nn.MarginRankingLoss(**options)(*theirs, y)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    tolerance = {"rtol": 1e-12, "atol": 1e-12}
    torch.testing.assert_close(ours_loss, theirs_loss, **tolerance)
    for our, their in zip(ours, theirs, strict=True):
        torch.testing.assert_close(our.grad, their.grad, **tolerance)
    count += 1
print(f"{count} cases: value and both gradients agree within 1e-12")
