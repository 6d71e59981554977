# --8<-- [start:surprise]
import torch
from torch import nn

for num_classes in (2, 10, 1000):
    # zh: 正确的是第 0 类，只有第 1 类与它打平
    # en: class 0 is right, and class 1 alone ties with it
    x = torch.full((1, num_classes), -9.0)
    x[0, :2] = 0.0
    loss = nn.MultiMarginLoss()(x, torch.tensor([0]))
    print(f"{num_classes}: {loss.item():g}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for num_classes in (2, 10, 1000):
    x = torch.full((1, num_classes), -9.0)
    x[0, :2] = 0.0
    loss = num_classes * nn.MultiMarginLoss()(x, torch.tensor([0]))
    print(f"{num_classes}: {loss.item():g}")
# --8<-- [end:fix]
