# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 模型给谁都打同样的分
# en: the model gives everyone the same score
x1, x2, y = torch.zeros(4), torch.zeros(4), torch.tensor([1.0, -1.0, 1.0, -1.0])
print(nn.MarginRankingLoss()(x1, x2, y).item())
# --8<-- [end:surprise]


# --8<-- [start:train]
def train(margin):
    # zh: 一个权重就能排对，起初却排反了
    # en: one weight can rank them, and starts with the wrong sign
    w = torch.tensor([-0.5], requires_grad=True)
    better, worse = torch.tensor([1.0, 2.0]), torch.tensor([0.0, 1.0])
    optimizer = torch.optim.SGD([w], lr=0.03)
    for _ in range(100):
        optimizer.zero_grad()
        loss = nn.MarginRankingLoss(margin=margin)
        loss(w * better, w * worse, torch.ones(2)).backward()
        optimizer.step()
    return w.item()


for margin in (0.0, 1.0):
    print(f"margin {margin:g}: w {train(margin):.2f}")
# --8<-- [end:train]
