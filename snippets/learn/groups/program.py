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

# --8<-- [start:optimizer]
loss_f = nn.CrossEntropyLoss()

# zh: 权重是矩阵（2 维），偏置是向量（1 维）：各成一组
# en: weights are matrices (2 dimensions), biases vectors (1 dimension): a group each
weights = [p for p in model.parameters() if p.ndim == 2]
biases = [p for p in model.parameters() if p.ndim == 1]
optimizer = torch.optim.SGD([{"params": weights}, {"params": biases}], lr=0.5)
for group in optimizer.param_groups:
    shapes = [tuple(p.shape) for p in group["params"]]
    print("lr", group["lr"], "shapes", shapes)
# --8<-- [end:optimizer]

# --8<-- [start:train]
for step in range(101):
    outputs = model(images)
    loss = loss_f(outputs, labels)

    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

    if step % 20 == 0:
        accuracy = (outputs.argmax(dim=1) == labels).float().mean()
        print(f"step {step:3}  loss {loss.item():.3f}  accuracy {accuracy.item():.3f}")
# --8<-- [end:train]
