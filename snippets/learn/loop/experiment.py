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
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train, valid = order.split([1437, 360])
loss_f = nn.CrossEntropyLoss()


def fit(train, epochs=60):
    train_set = TensorDataset(images[train], labels[train])
    generator = torch.Generator().manual_seed(0)
    loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=generator)
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
    history = []
    for _ in range(epochs):
        model.train()
        for inputs, targets in loader:
            loss = loss_f(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            train_loss = loss_f(model(images[train]), labels[train]).item()
            outputs = model(images[valid])
            valid_loss = loss_f(outputs, labels[valid]).item()
            accuracy = (outputs.argmax(dim=1) == labels[valid]).float().mean().item()
        history.append((train_loss, valid_loss, accuracy))
    return history


# --8<-- [end:setup]

# --8<-- [start:few]
history = fit(train[:100], epochs=200)
for epoch in (9, 20, 49, 99, 199):
    train_loss, valid_loss, accuracy = history[epoch]
    print(
        f"epoch {epoch + 1:3}  train {train_loss:.3f}  valid {valid_loss:.3f}", end="  "
    )
    print(f"accuracy {accuracy:.2f}")
# --8<-- [end:few]

# --8<-- [start:all]
train_loss, valid_loss, accuracy = fit(train, epochs=10)[-1]
print(f"all 1437  train {train_loss:.3f}  valid {valid_loss:.3f}", end="  ")
print(f"accuracy {accuracy:.2f}")
# --8<-- [end:all]
