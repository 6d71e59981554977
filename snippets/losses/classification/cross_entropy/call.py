import torch
from torch import nn

# zh: 两个样本、三个类别：每个类别一个得分，以及正确的类别
# en: two samples, three classes: a score for each class, and the correct classes
logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 3.0]])
target = torch.tensor([0, 2])
print(nn.CrossEntropyLoss()(logits, target))
