# --8<-- [start:probability]
import torch
from torch import nn

x = torch.tensor([2.0, -1.0, 0.5], requires_grad=True)
y = torch.tensor([1.0, 0.0, 0.0])

# zh: 每个 logit 变成回答“是”的概率
# en: each logit becomes the probability of a "yes"
p = x.sigmoid()
print([round(v, 4) for v in p.tolist()])
# --8<-- [end:probability]

# --8<-- [start:loss]
# zh: 给真实答案的概率：目标为 1 取 p，目标为 0 取 1 - p
# en: what the true answer got: p where the target is 1, 1 - p where it is 0
right = torch.where(y == 1, p, 1 - p)
print("right", [round(v, 4) for v in right.tolist()])
none = -right.log()
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {none.mean().item():.4f}")
torch.testing.assert_close(none.mean(), nn.BCEWithLogitsLoss()(x, y))
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.BCEWithLogitsLoss()(x, y).backward()
print([round(g, 4) for g in x.grad.tolist()])
torch.testing.assert_close(x.grad, (p.detach() - y) / 3)
# --8<-- [end:gradient]
