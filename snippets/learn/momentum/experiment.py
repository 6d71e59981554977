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


def fit(lr, momentum=0.0, weight_decay=0.0, epochs=10):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    weights = [p for p in model.parameters() if p.ndim == 2]
    biases = [p for p in model.parameters() if p.ndim == 1]
    optimizer = torch.optim.SGD(
        [{"params": weights, "weight_decay": weight_decay}, {"params": biases}],
        lr=lr,
        momentum=momentum,
    )
    generator = torch.Generator().manual_seed(0)
    train_set = TensorDataset(images, labels)
    loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=generator)
    for _ in range(epochs):
        for inputs, targets in loader:
            loss = loss_f(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    with torch.no_grad():
        loss = loss_f(model(images), labels).item()
    norm = sum(p.square().sum().item() for p in weights) ** 0.5
    return loss, norm


# --8<-- [end:setup]

# --8<-- [start:momentum]
for lr, momentum in ((0.2, 0.0), (0.02, 0.9), (0.2, 0.9), (2.0, 0.9)):
    loss, _ = fit(lr, momentum)
    print(f"lr {lr:4.2f}  momentum {momentum}  loss {loss:.2f}")
# --8<-- [end:momentum]

# --8<-- [start:decay]
for weight_decay in (0.0, 1e-3, 1e-2, 1e-1):
    loss, norm = fit(0.2, 0.9, weight_decay)
    print(f"weight_decay {weight_decay:5}  loss {loss:.2f}  norm {norm:.1f}")
# --8<-- [end:decay]
