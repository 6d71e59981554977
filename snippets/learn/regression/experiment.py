# --8<-- [start:setup]
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

ideal = nn.functional.one_hot(labels, 10).float()
outputs = model(images).detach()
# --8<-- [end:setup]

# --8<-- [start:swap]
for loss_f in (nn.L1Loss(), nn.MSELoss()):
    loss = loss_f(outputs, ideal)
    print(f"{type(loss_f).__name__:7}  loss {loss.item():.3f}")
# --8<-- [end:swap]

# --8<-- [start:outlier]
outputs[0, 0] = 100.0
for loss_f in (nn.L1Loss(), nn.MSELoss()):
    loss = loss_f(outputs, ideal)
    print(f"{type(loss_f).__name__:7}  loss {loss.item():.3f}")
# --8<-- [end:outlier]
