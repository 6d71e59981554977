import torch
from matplotlib import pyplot as plt
from sklearn.datasets import load_digits
from torch import nn
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader, TensorDataset

# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
loss_f = nn.CrossEntropyLoss()

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for step_size in (100, 6):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    weights = [p for p in model.parameters() if p.ndim == 2]
    biases = [p for p in model.parameters() if p.ndim == 1]
    optimizer = torch.optim.SGD(
        [{"params": weights, "weight_decay": 1e-3}, {"params": biases}],
        lr=0.2,
        momentum=0.9,
    )
    scheduler = StepLR(optimizer, step_size=step_size, gamma=0.1)
    generator = torch.Generator().manual_seed(0)
    train_set = TensorDataset(images, labels)
    loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=generator)
    losses, lrs = [], []
    for _ in range(10):
        lrs.append(scheduler.get_last_lr()[0])
        for inputs, targets in loader:
            loss = loss_f(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
        with torch.no_grad():
            losses.append(loss_f(model(images), labels).item())
    top.step(range(10), lrs, where="mid", label=f"step_size={step_size}")
    bottom.plot(losses, marker="o")
top.set(ylabel="lr", yscale="log")
top.legend(loc="lower left")
bottom.set(xlabel="epoch", ylabel="loss", yscale="log")
plt.show()
