# --8<-- [start:recall]
import math

import torch
from torch import nn

for p in (1.0, 0.5, 0.1, 0.01):
    print(f"p {p:.2f}  loss {abs(math.log(p)):.2f}")
# --8<-- [end:recall]

# --8<-- [start:predict]
# zh: 模型末尾误加了一层 softmax
# en: a softmax added by mistake at the end of the model
outputs = torch.tensor([[20.0, 0.0, 0.0]])
target = torch.tensor([0])
right = nn.CrossEntropyLoss()(outputs, target)
twice = nn.CrossEntropyLoss()(outputs.softmax(dim=1), target)
print(f"scores {right.item():.4f}  probabilities {twice.item():.4f}")
# --8<-- [end:predict]

# --8<-- [start:think]
torch.manual_seed(0)
outputs = torch.randn(4, 10)
targets = torch.tensor([3, 1, 4, 1])
loss = nn.CrossEntropyLoss()(outputs, targets)
shifted = nn.CrossEntropyLoss()(outputs + 100, targets)
print(f"{loss.item():.3f}  {shifted.item():.3f}")
# --8<-- [end:think]
