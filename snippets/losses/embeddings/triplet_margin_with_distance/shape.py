# --8<-- [start:surprise]
import torch

# zh: 第一个三元组难，第二个容易
# en: the first triplet is hard, the second easy
a = torch.tensor([[0.0, 0.0], [9.0, 0.0]])
p = torch.tensor([[2.0, 0.0], [9.0, 0.1]])
n = torch.tensor([[0.0, 1.0], [9.0, 8.0]])


def loss(d):
    loss_fn = torch.nn.TripletMarginWithDistanceLoss(
        distance_function=d, reduction="none"
    )
    return loss_fn(a, p, n)


for name, d in (
    ("PairwiseDistance", torch.nn.PairwiseDistance()),
    ("cdist", torch.cdist),
    ("dist", torch.dist),
):
    value = loss(d)
    print(f"{name}: {tuple(value.shape)}, mean {value.mean():.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for d in (torch.nn.PairwiseDistance(), torch.cdist, torch.dist):
    print(d(a, p).shape == a.shape[:-1])
# --8<-- [end:fix]
