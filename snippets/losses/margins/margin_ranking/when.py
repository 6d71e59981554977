import torch
from torch import nn

# zh: 只知道几次比较的结果：0 胜 1，1 胜 2，2 胜 3
# en: only some comparisons are known: 0 beats 1, 1 beats 2, 2 beats 3
winner, loser = torch.tensor([[0, 1], [1, 2], [2, 3]]).T
score = torch.zeros(4, requires_grad=True)
loss_fn = nn.MarginRankingLoss(margin=1.0, reduction="sum")
optimizer = torch.optim.SGD([score], lr=0.12)
for _ in range(200):
    optimizer.zero_grad()
    loss_fn(score[winner], score[loser], torch.ones(3)).backward()
    optimizer.step()
print([round(s, 1) for s in score.tolist()])
# zh: 从没比过的 0 和 3，次序也定了
# en: 0 and 3 never met, and their order is known all the same
assert score[0] > score[3]
