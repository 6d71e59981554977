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
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train, valid = order.split([1437, 360])
loss_f = nn.CrossEntropyLoss()


def start(seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    weights = [p for p in model.parameters() if p.ndim == 2]
    biases = [p for p in model.parameters() if p.ndim == 1]
    optimizer = torch.optim.SGD(
        [{"params": weights, "weight_decay": 1e-3}, {"params": biases}],
        lr=0.2,
        momentum=0.9,
    )
    scheduler = StepLR(optimizer, step_size=6, gamma=0.1)
    return model, optimizer, scheduler, torch.Generator().manual_seed(seed)


def fit(model, optimizer, scheduler, generator, epochs):
    train_set = TensorDataset(images[train], labels[train])
    loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=generator)
    losses = []
    for _ in range(epochs):
        for inputs, targets in loader:
            loss = loss_f(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
        with torch.no_grad():
            losses.append(loss_f(model(images[train]), labels[train]).item())
    return losses


def save(model, optimizer, scheduler, generator):
    return {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "generator": generator.get_state(),
    }


def load(checkpoint, without=None):
    model, optimizer, scheduler, generator = start(seed=1)
    if without != "model":
        model.load_state_dict(checkpoint["model"])
    if without != "optimizer":
        optimizer.load_state_dict(checkpoint["optimizer"])
    if without != "scheduler":
        scheduler.load_state_dict(checkpoint["scheduler"])
    if without != "generator":
        generator.set_state(checkpoint["generator"])
    return model, optimizer, scheduler, generator


# --8<-- [end:setup]

# --8<-- [start:stop]
uninterrupted = fit(*start(seed=0), epochs=10)

run = start(seed=0)
first = fit(*run, epochs=5)
torch.save(save(*run), "stopped.pt")
checkpoint = torch.load("stopped.pt", weights_only=True)
rest = fit(*load(checkpoint), epochs=5)
print("same to the last bit", first + rest == uninterrupted)
assert first + rest == uninterrupted
# --8<-- [end:stop]

# --8<-- [start:without]
print(f"with everything   same {rest == uninterrupted[5:]!s:5}  loss {rest[-1]:.3f}")
for name in ("model", "optimizer", "scheduler", "generator"):
    # zh: 每次都重新读文件：加载之后，优化器直接改动字典里的张量
    # en: read the file again each time: an optimizer changes the tensors it has loaded
    checkpoint = torch.load("stopped.pt", weights_only=True)
    other = fit(*load(checkpoint, without=name), epochs=5)
    same = other == uninterrupted[5:]
    print(f"without {name:9}  same {same!s:5}  loss {other[-1]:.3f}")
# --8<-- [end:without]

# --8<-- [start:late]
run = start(seed=0)
fit(*run, epochs=7)
checkpoint = save(*run)
for without in (None, "optimizer"):
    model, optimizer, scheduler, generator = load(checkpoint, without)
    lr = optimizer.param_groups[0]["lr"]
    print(f"without {without}" if without else "with everything", f"lr {lr:.2f}")
# --8<-- [end:late]
