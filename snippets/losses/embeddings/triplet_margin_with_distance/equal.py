import itertools

import torch

from optguide.losses import TripletMarginWithDistanceLoss

cosine = torch.nn.CosineSimilarity()
distances = {
    "default": None,
    "Manhattan": torch.nn.PairwiseDistance(p=1),
    "1 - cos": lambda x, y: 1 - cosine(x, y),
    "squared": lambda x, y: (x - y).square().sum(dim=-1),
}
generator = torch.Generator().manual_seed(0)
for name, d in distances.items():
    count = 0
    for margin, swap, reduction in itertools.product(
        (0.5, 2.0), (False, True), ("none", "sum", "mean")
    ):
        vectors = torch.randn(3, 6, 4, generator=generator)
        ours = vectors.clone().requires_grad_()
        theirs = vectors.clone().requires_grad_()
        options = {"margin": margin, "swap": swap, "reduction": reduction}
        options["distance_function"] = d
        ours_loss = TripletMarginWithDistanceLoss(**options)(*ours)
        theirs_loss = torch.nn.TripletMarginWithDistanceLoss(**options)(*theirs)
        ours_loss.sum().backward()
        theirs_loss.sum().backward()

        torch.testing.assert_close(ours_loss, theirs_loss, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-5, atol=1e-6)
        count += 1
    print(f"{name}: {count} times, rtol 1e-5, atol 1e-6")
