# --8<-- [start:data]
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
print("images", tuple(images.shape), "labels", tuple(labels.shape))
# --8<-- [end:data]

# --8<-- [start:split]
# zh: 打乱次序，留出 360 张不参与训练
# en: shuffle, and hold back 360 images that are not trained on
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train, valid = order.split([1437, 360])
train_images, train_labels = images[train], labels[train]
valid_images, valid_labels = images[valid], labels[valid]
# --8<-- [end:split]

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
optimizer = torch.optim.SGD(
    [{"params": weights, "weight_decay": 1e-3}, {"params": biases}],
    lr=0.2,
    momentum=0.9,
)
for group in optimizer.param_groups:
    shapes = [tuple(p.shape) for p in group["params"]]
    print("lr", group["lr"], "shapes", shapes)
# --8<-- [end:optimizer]

# --8<-- [start:scheduler]
scheduler = StepLR(optimizer, step_size=6, gamma=0.1)
# --8<-- [end:scheduler]

# --8<-- [start:loader]
generator = torch.Generator().manual_seed(0)
train_set = TensorDataset(train_images, train_labels)
train_loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=generator)
print("batches", len(train_loader))
# --8<-- [end:loader]

# --8<-- [start:train]
for epoch in range(10):
    model.train()
    train_loss = 0
    for inputs, targets in train_loader:
        outputs = model(inputs)
        loss = loss_f(outputs, targets)

        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        train_loss += loss.item() * len(targets) / len(train_set)

    lr = scheduler.get_last_lr()[0]
    scheduler.step()

    model.eval()
    with torch.no_grad():
        outputs = model(valid_images)
    loss = loss_f(outputs, valid_labels)
    accuracy = (outputs.argmax(dim=1) == valid_labels).float().mean()
    print(f"epoch {epoch}  lr {lr:.4f}  train loss {train_loss:.3f}", end="  ")
    print(f"valid loss {loss.item():.3f}  accuracy {accuracy.item():.3f}")
# --8<-- [end:train]
