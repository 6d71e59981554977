import itertools

import torch

from optguide.losses import CosineEmbeddingLoss

generator = torch.Generator().manual_seed(0)
for shape in ((6, 4), (4,)):
    count = 0
    for margin, reduction, sign in itertools.product(
        (0.0, 0.5, -0.5), ("none", "sum", "mean"), (1.0, -1.0)
    ):
        vectors = torch.randn(2, *shape, generator=generator)
        target = sign * torch.ones(shape[:-1])
        ours = vectors.clone().requires_grad_()
        theirs = vectors.clone().requires_grad_()
        options = {"margin": margin, "reduction": reduction}
        ours_loss = CosineEmbeddingLoss(**options)(*ours, target)
        theirs_loss = torch.nn.CosineEmbeddingLoss(**options)(*theirs, target)
        ours_loss.sum().backward()
        theirs_loss.sum().backward()

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-5, atol=1e-6)
        count += 1
    print(f"{shape}: {count} times, rtol 1e-5, atol 1e-6")
