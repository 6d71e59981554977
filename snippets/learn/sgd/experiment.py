# --8<-- [start:setup]
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
loss_f = nn.CrossEntropyLoss()


def fit(lr, batch_size=50, epochs=10):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    generator = torch.Generator().manual_seed(0)
    train_set = TensorDataset(images, labels)
    loader = DataLoader(train_set, batch_size, shuffle=True, generator=generator)
    for _ in range(epochs):
        for inputs, targets in loader:
            loss = loss_f(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    with torch.no_grad():
        return loss_f(model(images), labels).item()


# --8<-- [end:setup]

# --8<-- [start:lr]
for lr in (0.05, 0.5, 5.0):
    print(f"lr {lr:4}  loss {fit(lr):.2f}")
# --8<-- [end:lr]
