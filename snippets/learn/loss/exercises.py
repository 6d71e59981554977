# --8<-- [start:recall]
import torch
from sklearn.datasets import load_digits
from torch import nn

ideal = torch.tensor([0.0, 0.0, 1.0])
for outputs in ([0.0, 0.0, 1.0], [0.2, 0.2, 0.6], [0.0, 0.0, 10.0]):
    loss = (torch.tensor(outputs) - ideal).abs().mean()
    print(f"loss {loss.item():.3f}")
# --8<-- [end:recall]

# --8<-- [start:predict]
# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)

ideal = nn.functional.one_hot(labels, 10).float()

# zh: 不看图片，每一类都答 c
# en: without looking at the image, answer c for every class
for c in (0.0, 0.1, 0.5, 1.0):
    loss = (c - ideal).abs().mean()
    print(f"c {c:.1f}  loss {loss.item():.2f}")
# --8<-- [end:predict]

# --8<-- [start:think]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
bias = model[2].bias
outputs = model(images)

# zh: 准确率：偏置移动一点点，多数情况下一张图片的答案都不变
# en: accuracy: a tiny shift of a bias changes the answer for no image
before = outputs.argmax(dim=1)
with torch.no_grad():
    bias[0] += 1e-6
after = model(images).argmax(dim=1)
print("answers changed", (before != after).sum().item())
assert not before.is_floating_point()
assert not before.requires_grad

loss = (outputs - ideal).abs().mean()
loss.backward()
print(f"slope of the loss {bias.grad[0].item():.3f}")
# --8<-- [end:think]
