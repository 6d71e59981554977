# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 一道题，三个样本，全都答对
# en: one question, three samples, all answered right
x = torch.tensor([[9.0], [-9.0], [-9.0]])
y = torch.tensor([1.0, 0.0, 0.0])
print(f"{nn.MultiLabelSoftMarginLoss()(x, y).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
y = y[:, None]
assert x.shape == y.shape
print(f"{nn.MultiLabelSoftMarginLoss()(x, y).item():.4f}")
# --8<-- [end:fix]
