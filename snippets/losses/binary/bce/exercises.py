# --8<-- [start:hundred]
import torch
from torch import nn

# zh: 100 个样本，99 个完全正确，一个被 sigmoid 舍入成了 1
# en: 100 samples: 99 exactly right, one rounded to 1 by the sigmoid
x = torch.zeros(100)
x[0] = torch.tensor(30.0).sigmoid()
loss = nn.BCELoss()(x, torch.zeros(100))
print(f"{loss.item():.4f}")
# --8<-- [end:hundred]

# --8<-- [start:weight]
x = torch.tensor([0.9, 0.3, 0.6])
y = torch.tensor([1.0, 0.0, 0.0])
# zh: “是”的分量为 3：BCELoss 没有 pos_weight，就用 weight 拼出来
# en: a "yes" counts three: no pos_weight in BCELoss, so weight has to do it
w = torch.where(y == 1, 3.0, 1.0)
ours = nn.BCELoss(weight=w)(x, y)
theirs = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3.0))(x.logit(), y)
print(f"{ours.item():.4f} {theirs.item():.4f}")
torch.testing.assert_close(ours, theirs)
# --8<-- [end:weight]
