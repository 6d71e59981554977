import math

import torch
from torch import nn

logit = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([logit], lr=5)
loss_fn = nn.CrossEntropyLoss(label_smoothing=0.2)
for _ in range(200):
    logits = torch.stack([torch.zeros(1), logit], dim=1)
    loss = loss_fn(logits, torch.tensor([1]))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"logit {logit.item():.4f}, loss {loss.item():.4f}")
print(f"probability of class 1: {torch.sigmoid(logit).item():.4f}")
# zh: 平滑之后，类别 1 的目标是 1 - 0.2 / 2 = 0.9
# en: smoothed, the target of class 1 is 1 - 0.2 / 2 = 0.9
assert abs(logit.item() - math.log(0.9 / 0.1)) < 1e-4
