# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 想说的是：第 2 类和第 1 类正确
# en: what is meant: classes 2 and 1 are right
x = torch.tensor([[0.0, 0.0, 3.0, 0.0]])
for target in ([2, 1, -1, -1], [2, -1, 1, -1], [2, 1, 0, 0]):
    loss = nn.MultiLabelMarginLoss()(x, torch.tensor([target]))
    print(target, loss.item())
# --8<-- [end:surprise]


# --8<-- [start:same]
def loss_of(target):
    return nn.MultiLabelMarginLoss()(x, torch.tensor([target]))


# zh: 第一个 -1 之后的不算；0 是一个类别，重复的算两遍
# en: nothing counts after the first -1; 0 is a class, and twice counts twice
assert loss_of([2, -1, 1, -1]) == loss_of([2, -1, -1, -1])
print(loss_of([1, -1, -1, -1]).item(), loss_of([1, 1, -1, -1]).item())
# --8<-- [end:same]

# --8<-- [start:fix]
# zh: 先填满 -1，再从左边放进每一行的类别
# en: fill with -1 first, then put the classes of each row on the left
num_classes = 4
lists = [[2, 1], [3], []]
target = torch.full((len(lists), num_classes), -1)
for row, labels in zip(target, lists, strict=True):
    row[: len(labels)] = torch.tensor(labels)
print(target.tolist())
# --8<-- [end:fix]

# --8<-- [start:range]
try:
    nn.MultiLabelMarginLoss()(x.cpu(), torch.tensor([[2, 4, -1, -1]]).cpu())
except RuntimeError as error:
    print(error)
# --8<-- [end:range]

# --8<-- [start:silent]
y = torch.tensor([[0, -1, -1, -1]])
bad = torch.tensor([[0.0, float("nan"), 1.0, -2.0]])
print(f"nan: {nn.MultiLabelMarginLoss()(bad, y).item():.4f}")
none = nn.MultiLabelMarginLoss(reduction="none")(bad[:0], y[:0])
print(f"no row: {none.sum() / max(len(none), 1):.4f}")
# --8<-- [end:silent]
