# --8<-- [start:recall]
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

theta = torch.tensor([1.0, -2.0], requires_grad=True)
theta.grad = torch.tensor([3.0, 4.0])
torch.optim.SGD([theta], lr=0.01).step()
print([round(v, 4) for v in theta.tolist()])
# --8<-- [end:recall]

# --8<-- [start:predict]
for lr in (0.1, 0.5, 1.0, 1.1):
    theta = torch.tensor(4.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    path = []
    for _ in range(4):
        optimizer.zero_grad()
        (theta**2).backward()
        optimizer.step()
        path.append(round(theta.item(), 2))
    print("lr", lr, path)
# --8<-- [end:predict]

# --8<-- [start:think]
# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
loss_f = nn.CrossEntropyLoss()


def fit(drop_last):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    generator = torch.Generator().manual_seed(0)
    train_set = TensorDataset(images, labels)
    loader = DataLoader(
        train_set, batch_size=64, shuffle=True, drop_last=drop_last, generator=generator
    )
    losses = []
    for _ in range(10):
        for inputs, targets in loader:
            loss = loss_f(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            losses.append(loss_f(model(images), labels).item())
    return losses


# zh: 一批 64 张时，最后一批只剩 1797 - 28 × 64 = 5 张
# en: with batches of 64, the last batch has 1797 - 28 x 64 = 5 images only
for drop_last in (False, True):
    print("drop_last", drop_last, [f"{loss:.1f}" for loss in fit(drop_last)])
# --8<-- [end:think]
