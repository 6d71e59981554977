import torch
from torch import nn

# zh: 三个预测值，以及它们各自的目标
# en: three predictions, and what each should have been
input = torch.tensor([2.5, 0.0, 2.0])
target = torch.tensor([3.0, -0.5, 2.0])
print(nn.L1Loss()(input, target))
