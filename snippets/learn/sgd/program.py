# --8<-- [start:data]
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

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

# --8<-- [start:loader]
generator = torch.Generator().manual_seed(0)
train_set = TensorDataset(images, labels)
train_loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=generator)
print("batches", len(train_loader))
# --8<-- [end:loader]

# --8<-- [start:train]
for epoch in range(10):
    for inputs, targets in train_loader:
        outputs = model(inputs)
        loss = loss_f(outputs, targets)

        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    with torch.no_grad():
        outputs = model(images)
    loss = loss_f(outputs, labels)
    accuracy = (outputs.argmax(dim=1) == labels).float().mean()
    print(f"epoch {epoch}  loss {loss.item():.3f}  accuracy {accuracy.item():.3f}")
# --8<-- [end:train]
