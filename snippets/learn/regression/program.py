# --8<-- [start:data]
import torch
from sklearn.datasets import load_digits
from torch import nn

# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
print("images", tuple(images.shape), "labels", tuple(labels.shape))
# --8<-- [end:data]

# --8<-- [start:model]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
# --8<-- [end:model]

# --8<-- [start:measure]
outputs = model(images)

# zh: 理想的输出：正确类别处是 1，其余九处是 0
# en: the ideal output: 1 for the correct class, 0 for the other nine
ideal = nn.functional.one_hot(labels, 10).float()

loss_f = nn.L1Loss()
loss = loss_f(outputs, ideal)
accuracy = (outputs.argmax(dim=1) == labels).float().mean()
print(f"loss {loss.item():.3f}  accuracy {accuracy.item():.3f}")
# --8<-- [end:measure]
