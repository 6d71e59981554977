# --8<-- [start:soft]
import torch
from torch import nn

# zh: 三个标注者：各题分别有 3、2、0 人说“是”
# en: three annotators: 3, 2 and none of them said "yes"
y = torch.tensor([[3.0, 2.0, 0.0]]) / 3
x = torch.zeros(1, 3, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=1.0)
for _ in range(500):
    optimizer.zero_grad()
    nn.MultiLabelSoftMarginLoss()(x, y).backward()
    optimizer.step()
print([round(p, 2) for p in x.sigmoid()[0].tolist()])
# --8<-- [end:soft]

# --8<-- [start:pixels]
# zh: 分割：形状 (N, C, H, W)，第 1 类的权重是 10
# en: segmentation: shape (N, C, H, W), class 1 weighs 10
x = torch.zeros(1, 2, 2, 2)
y = torch.zeros(1, 2, 2, 2)
y[:, 1] = 1.0
loss_fn = nn.MultiLabelSoftMarginLoss(weight=torch.tensor([1.0, 10.0]))
x[:, 1] = 9.0
print(f"{loss_fn(x, y).item():.4f}")
last = loss_fn(x.movedim(1, -1), y.movedim(1, -1))
print(f"{last.item():.4f}")
# --8<-- [end:pixels]
