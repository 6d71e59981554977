# --8<-- [start:setup]
import torch
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


def fit(step_size, per_batch=False, epochs=10):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    weights = [p for p in model.parameters() if p.ndim == 2]
    biases = [p for p in model.parameters() if p.ndim == 1]
    optimizer = torch.optim.SGD(
        [{"params": weights, "weight_decay": 1e-3}, {"params": biases}],
        lr=0.2,
        momentum=0.9,
    )
    scheduler = StepLR(optimizer, step_size, gamma=0.1)
    generator = torch.Generator().manual_seed(0)
    train_set = TensorDataset(images, labels)
    loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=generator)
    for epoch in range(epochs):
        for inputs, targets in loader:
            loss = loss_f(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if per_batch:
                scheduler.step()
        if not per_batch:
            scheduler.step()
        if epoch in (0, epochs - 1):
            with torch.no_grad():
                loss = loss_f(model(images), labels).item()
            lr = scheduler.get_last_lr()[0]
            print(f"after epoch {epoch}  lr {lr:.0e}  loss {loss:.2f}")


# --8<-- [end:setup]

# --8<-- [start:right]
fit(step_size=6)
# --8<-- [end:right]

# --8<-- [start:wrong]
fit(step_size=6, per_batch=True)
# --8<-- [end:wrong]

# --8<-- [start:counted]
# zh: 按批次计数：6 轮是 6 × 36 个批次
# en: counted in batches: 6 epochs are 6 x 36 batches
fit(step_size=6 * 36, per_batch=True)
# --8<-- [end:counted]
