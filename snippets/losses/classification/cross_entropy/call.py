import torch
from torch import nn

# zh: 两个样本、三个类别
# en: two samples, three classes
logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 3.0]])
target = torch.tensor([0, 2])
print(nn.CrossEntropyLoss()(logits, target))
