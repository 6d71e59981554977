# --8<-- [start:cosine]
import torch


def cosine_distance(x, y):
    return 1 - torch.nn.functional.cosine_similarity(x, y)


anchor = torch.tensor([[3.0, 4.0], [1.0, 0.0]])
positive = torch.tensor([[6.0, 8.0], [4.0, 3.0]])
negative = torch.tensor([[4.0, 3.0], [0.0, 2.0]])
margin = 0.5

d_positive = cosine_distance(anchor, positive)
d_negative = cosine_distance(anchor, negative)
print("d(a, p)", [abs(round(d, 4)) for d in d_positive.tolist()])
print("d(a, n)", [round(d, 4) for d in d_negative.tolist()])
# --8<-- [end:cosine]

# --8<-- [start:loss]
loss = (d_positive - d_negative + margin).clamp(min=0)
print("none", [round(n, 4) for n in loss.tolist()])
theirs = torch.nn.TripletMarginWithDistanceLoss(
    distance_function=cosine_distance, margin=margin, reduction="none"
)
torch.testing.assert_close(loss, theirs(anchor, positive, negative))
# --8<-- [end:loss]

# --8<-- [start:default]
nn = torch.nn
triplet = anchor, positive, negative
for p in (1, 2):
    d = nn.PairwiseDistance(p=p)
    loss = nn.TripletMarginWithDistanceLoss(distance_function=d)(*triplet)
    torch.testing.assert_close(loss, nn.TripletMarginLoss(p=p)(*triplet))
    print(f"p {p}: {loss:.4f}")
default = nn.TripletMarginWithDistanceLoss()
torch.testing.assert_close(default(*triplet), nn.TripletMarginLoss()(*triplet))
# --8<-- [end:default]
