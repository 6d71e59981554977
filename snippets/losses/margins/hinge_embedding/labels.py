# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 数据集用 0 表示异类
# en: the data set writes 0 for "unlike"
label = torch.tensor([0, 0])
loss_fn = nn.HingeEmbeddingLoss(reduction="none")
distance = torch.tensor([0.2, 2.0], requires_grad=True)

loss = loss_fn(distance, label)
(gradient,) = torch.autograd.grad(loss.sum(), distance)
print("loss", [round(v, 4) for v in loss.tolist()])
print("gradient", gradient.tolist())
# --8<-- [end:surprise]

# --8<-- [start:fix]
loss = loss_fn(distance, 2 * label - 1)
(gradient,) = torch.autograd.grad(loss.sum(), distance)
print("loss", [round(v, 4) for v in loss.tolist()])
print("gradient", gradient.tolist())
# --8<-- [end:fix]
