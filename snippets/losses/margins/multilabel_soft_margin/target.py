# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 第 0、3 类正确，写成了类别编号，后面补 -1
# en: classes 0 and 3 are right, written as indices and padded with -1
x = torch.tensor([[5.0, -5.0, -5.0, 5.0]])
labels = torch.tensor([[0, 3, -1, -1]])
print(f"{nn.MultiLabelSoftMarginLoss()(x, labels).item():.4f}")
wrong = torch.tensor([[-50.0, 50.0, -50.0, -50.0]])
print(f"{nn.MultiLabelSoftMarginLoss()(wrong, labels).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: -1 先放到多出来的一列，再把这一列去掉
# en: the -1 go to a column too many, which is then dropped
column = labels.where(labels >= 0, 4)
multi_hot = torch.zeros(1, 5).scatter(1, column, 1.0)[:, :4]
print(multi_hot.tolist())
print(f"{nn.MultiLabelSoftMarginLoss()(x, multi_hot).item():.4f}")
# --8<-- [end:fix]
