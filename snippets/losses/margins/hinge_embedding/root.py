# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 一对一模一样的向量，例如同一张图出现了两次
# en: a pair of equal vectors, such as the same picture twice
a = torch.tensor([[1.0, 2.0]], requires_grad=True)
b = torch.tensor([[1.0, 2.0]])
target = torch.tensor([1.0])

distance = ((a - b) ** 2).sum(dim=1).sqrt()
loss = nn.HingeEmbeddingLoss()(distance, target)
(gradient,) = torch.autograd.grad(loss, a)
print(loss.item(), gradient.tolist())
# --8<-- [end:surprise]

# --8<-- [start:fix]
distance = torch.linalg.vector_norm(a - b, dim=1)
loss = nn.HingeEmbeddingLoss()(distance, target)
(gradient,) = torch.autograd.grad(loss, a)
print(loss.item(), gradient.tolist())
# --8<-- [end:fix]
