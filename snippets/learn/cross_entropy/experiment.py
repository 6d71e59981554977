# --8<-- [start:setup]
import math

import torch
from sklearn.datasets import load_digits
from torch import nn

# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))

loss_f = nn.CrossEntropyLoss()
outputs = model(images)
assert abs(loss_f(outputs, labels).item() - math.log(10)) < 0.05
# --8<-- [end:setup]

# --8<-- [start:scale]
for scale in (0.0, 1.0, 10.0, 100.0):
    loss = loss_f(scale * outputs, labels)
    accuracy = ((scale * outputs).argmax(dim=1) == labels).float().mean()
    print(f"x {scale:5.1f}  loss {loss.item():6.3f}  accuracy {accuracy.item():.3f}")
# --8<-- [end:scale]
