# --8<-- [start:refused]
import torch
from torch import nn

loss_fn = nn.MarginRankingLoss(margin=1.0)
x1, x2 = torch.tensor([[2.0], [0.0]]), torch.tensor([[0.0], [2.0]])
try:
    loss_fn(x1, x2, torch.tensor([1.0, -1.0]))
except RuntimeError as error:
    print(str(error).split(" but")[0])
# --8<-- [end:refused]

# --8<-- [start:surprise]
# zh: 两对都领先 2，损失应是 0；目标却写成了一行
# en: both are ahead by 2, at no loss; but the target is a row
row = torch.tensor([[1.0, -1.0]])
print(loss_fn(x1, x2, row).item())
# zh: 目标是一列了，x2 却成了一行
# en: the target is a column now, and x2 a row
print(loss_fn(x1, x2.T, row.T).item())
# --8<-- [end:surprise]

# --8<-- [start:fix]
y = row.T
assert x1.shape == x2.shape == y.shape
print(loss_fn(x1, x2, y).item())
# --8<-- [end:fix]
