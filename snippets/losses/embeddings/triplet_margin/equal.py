import itertools

import torch

from optguide.losses import TripletMarginLoss

generator = torch.Generator().manual_seed(0)
for shape in ((6, 4), (3, 5, 4), (4,)):
    count = 0
    for p, margin, swap, reduction in itertools.product(
        (1, 2, 3), (0.5, 2.0), (False, True), ("none", "sum", "mean")
    ):
        vectors = torch.randn(3, *shape, generator=generator)
        ours = vectors.clone().requires_grad_()
        theirs = vectors.clone().requires_grad_()
        options = {"margin": margin, "p": p, "swap": swap, "reduction": reduction}
        ours_loss = TripletMarginLoss(**options)(*ours)
        theirs_loss = torch.nn.TripletMarginLoss(**options)(*theirs)
        ours_loss.sum().backward()
        theirs_loss.sum().backward()

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-5, atol=1e-6)
        count += 1
    print(f"{shape}: {count} times, rtol 1e-5, atol 1e-6")
