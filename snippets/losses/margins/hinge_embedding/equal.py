import itertools

import torch

from optguide.losses import HingeEmbeddingLoss

generator = torch.Generator().manual_seed(0)
count = 0
for shape, margin, reduction in itertools.product(
    [(6,), (3, 4)], [0.0, 0.5, 1.0, 2.0], ["none", "mean", "sum"]
):
    # zh: 距离从 0 到 3；目标是 1 或 -1
    # en: distances from 0 to 3; targets 1 or -1
    distance = 3 * torch.rand(shape, generator=generator, dtype=torch.float64)
    target = 2.0 * torch.randint(2, shape, generator=generator) - 1
    ours = distance.clone().requires_grad_()
    theirs = distance.clone().requires_grad_()
    options = {"margin": margin, "reduction": reduction}
    ours_loss = HingeEmbeddingLoss(**options)(ours, target)
    theirs_loss = torch.nn.HingeEmbeddingLoss(**options)(theirs, target)
    ours_loss.sum().backward()
    theirs_loss.sum().backward()

    tolerance = {"rtol": 1e-12, "atol": 1e-12}
    torch.testing.assert_close(ours_loss, theirs_loss, **tolerance)
    torch.testing.assert_close(ours.grad, theirs.grad, **tolerance)
    count += 1
print(f"{count} cases: value and gradient agree within 1e-12")
