import torch
from torch import nn

logits = torch.tensor([[2.0, 0.5, -1.0]])
target = torch.tensor([[0.7, 0.2, 0.1]])
loss = nn.KLDivLoss(reduction="batchmean")
print(loss(logits.log_softmax(1), target))
