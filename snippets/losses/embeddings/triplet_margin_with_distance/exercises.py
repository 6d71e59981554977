# --8<-- [start:squared]
import torch


def squared(x, y):
    return (x - y).square().sum(dim=-1)


def half_cosine(x, y):
    return 2 * (1 - torch.nn.functional.cosine_similarity(x, y))


generator = torch.Generator().manual_seed(0)
vectors = torch.randn(3, 5, 4, generator=generator)
a, p, n = torch.nn.functional.normalize(vectors, dim=-1)
losses = [
    torch.nn.TripletMarginWithDistanceLoss(distance_function=d)(a, p, n)
    for d in (squared, half_cosine)
]
print([f"{loss:.4f}" for loss in losses])
torch.testing.assert_close(*losses)
# --8<-- [end:squared]

# --8<-- [start:swap]
calls = []


def d(x, y):
    calls.append(1)
    return torch.linalg.vector_norm(x - y, dim=-1)


for swap in (False, True):
    calls.clear()
    torch.nn.TripletMarginWithDistanceLoss(distance_function=d, swap=swap)(a, p, n)
    print(f"swap {swap}: {len(calls)} calls")
# --8<-- [end:swap]
