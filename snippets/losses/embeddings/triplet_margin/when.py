import torch

a = torch.tensor([[0.0, 0.0], [0.0, 0.0]])
p = torch.tensor([[3.0, 4.0], [0.0, 1.0]])
n = torch.tensor([[0.0, 5.5], [0.0, 4.0]])
triplet = torch.nn.TripletMarginLoss(margin=1.0)(a, p, n)

# zh: 距离已经算好：就是给距离排序的损失
# en: distances at hand: it is the ranking loss of the distances
d = torch.nn.PairwiseDistance()
ranking = torch.nn.MarginRankingLoss(margin=1.0)(d(a, n), d(a, p), torch.ones(2))
torch.testing.assert_close(triplet, ranking)
print(f"{triplet:.4f}")
