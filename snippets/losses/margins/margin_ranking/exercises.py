# --8<-- [start:triplet]
import torch
from torch import nn

anchor = torch.tensor([[0.0, 0.0], [1.0, 1.0]])
positive = torch.tensor([[0.3, 0.4], [1.0, 3.0]])
negative = torch.tensor([[1.0, 0.0], [0.0, 1.0]])

distance = nn.PairwiseDistance()
near, far = distance(anchor, positive), distance(anchor, negative)
ranking = nn.MarginRankingLoss(margin=1.0)(near, far, -torch.ones(2))
triplet = nn.TripletMarginLoss(margin=1.0)(anchor, positive, negative)
print(f"{ranking.item():.4f} {triplet.item():.4f}")
torch.testing.assert_close(ranking, triplet)
# --8<-- [end:triplet]

# --8<-- [start:query]
# zh: 一次查询返回四篇文档：得分，以及 0 到 2 的相关度
# en: one query, four documents: scores, and relevance from 0 to 2
score = torch.tensor([0.4, 1.5, 0.2, 0.9])
relevance = torch.tensor([0, 2, 1, 0])

i, j = torch.combinations(torch.arange(4)).T
y = (relevance[i] - relevance[j]).sign()
keep = y != 0
i, j, y = i[keep], j[keep], y[keep]
for a, b, sign in zip(i.tolist(), j.tolist(), y.tolist(), strict=True):
    print(f"{a} {'>' if sign > 0 else '<'} {b}")
loss = nn.MarginRankingLoss(margin=1.0)(score[i], score[j], y)
print(f"{loss.item():.4f}")
# --8<-- [end:query]
