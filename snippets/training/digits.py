# --8<-- [start:data]
import math

import torch
from matplotlib import pyplot as plt
from sklearn.datasets import load_digits
from torch import nn
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader, TensorDataset

device = "cuda" if torch.cuda.is_available() else "cpu"

digits = load_digits()
# zh: 8×8 的图拉平成 64 个数；灰度是 0 到 16，除以 16 落进 [0, 1]
# en: images of 8 x 8 as 64 numbers; grey levels 0 to 16 come to [0, 1]
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)

torch.manual_seed(0)
train, valid = torch.randperm(len(labels)).split([1437, 360])
train_set = TensorDataset(images[train], labels[train])
valid_set = TensorDataset(images[valid], labels[valid])


def make_train_loader(seed):
    # zh: 打乱次序用单独的随机数发生器，它的状态可以存进检查点
    # en: a generator of its own for shuffling; a checkpoint can keep its state
    return DataLoader(
        train_set,
        batch_size=64,
        shuffle=True,
        generator=torch.Generator().manual_seed(seed),
    )


train_loader = make_train_loader(seed=0)
valid_loader = DataLoader(valid_set, batch_size=64)
print("train", len(train_set), "images,", len(train_loader), "batches")
print("valid", len(valid_set), "images,", len(valid_loader), "batches")
print("last train batch", len(train_set) % 64)

other = make_train_loader(seed=1)
(_, first), (_, second) = next(iter(other)), next(iter(other))
print("two epochs in one order:", torch.equal(first, second))
# --8<-- [end:data]


# --8<-- [start:model]
def make_model(seed):
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Linear(64, 64),
        nn.BatchNorm1d(64),
        nn.ReLU(),
        nn.Linear(64, 10),
    )
    return model.to(device)


model = make_model(seed=0)
print("parameters", sum(p.numel() for p in model.parameters()))
print("buffers", [name for name, _ in model.named_buffers()])
# --8<-- [end:model]

# --8<-- [start:optimizer]
loss_f = nn.CrossEntropyLoss()


def make_optimizer(model):
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4
    )
    scheduler = StepLR(optimizer, step_size=4, gamma=0.1)
    return optimizer, scheduler


optimizer, scheduler = make_optimizer(model)
# --8<-- [end:optimizer]


# --8<-- [start:train_one_epoch]
def train_one_epoch(model, loader, loss_f, optimizer):
    model.train()
    total_loss = correct = seen = 0
    for data, labels in loader:
        data, labels = data.to(device), labels.to(device)
        outputs = model(data)
        loss = loss_f(outputs, labels)

        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

        # zh: loss 是一批的平均值；各批大小不一，要乘回样本数再累加
        # en: loss is the mean of a batch, and batches differ in size
        total_loss += loss.item() * len(labels)
        correct += (outputs.argmax(dim=1) == labels).sum().item()
        seen += len(labels)
    return total_loss / seen, correct / seen


# --8<-- [end:train_one_epoch]


# --8<-- [start:evaluate]
@torch.no_grad()
def evaluate(model, loader, loss_f):
    model.eval()
    total_loss = correct = seen = 0
    for data, labels in loader:
        data, labels = data.to(device), labels.to(device)
        outputs = model(data)
        total_loss += loss_f(outputs, labels).item() * len(labels)
        correct += (outputs.argmax(dim=1) == labels).sum().item()
        seen += len(labels)
    return total_loss / seen, correct / seen


loss, acc = evaluate(model, valid_loader, loss_f)
print(f"untrained: loss {loss:.2f}, acc {acc:.2f}")
print(f"guessing:  loss {math.log(10):.2f}, acc {1 / 10:.2f}")
assert abs(loss - math.log(10)) < 0.1
# --8<-- [end:evaluate]


# --8<-- [start:loop]
def fit(model, loss_f, optimizer, scheduler, train_loader, first, last):
    history = []
    for epoch in range(first, last):
        lr = scheduler.get_last_lr()[0]
        train = train_one_epoch(model, train_loader, loss_f, optimizer)
        valid = evaluate(model, valid_loader, loss_f)
        # zh: 每轮一次，排在这一轮所有的 optimizer.step() 之后
        # en: once per epoch, after all its calls of optimizer.step()
        scheduler.step()
        history.append((epoch, lr, *train, *valid))
    return history


history = fit(model, loss_f, optimizer, scheduler, train_loader, 0, 12)
print("              train         valid")
print("epoch  lr     loss   acc    loss   acc")
for epoch, lr, *numbers in history:
    print(f"{epoch:5}  {lr:<5g}", *(f" {number:.3f}" for number in numbers))
valid_acc = history[-1][-1]
assert valid_acc > 0.95
print("valid acc > 0.95:", valid_acc > 0.95)
# --8<-- [end:loop]

# --8<-- [start:curves]
columns = zip(*history, strict=True)
epochs, lrs, train_loss, train_acc, valid_loss, valid_acc = columns
fig, axes = plt.subplots(3, 1, sharex=True, figsize=(4.8, 5.6))
top, middle, bottom = axes
top.plot(epochs, train_loss, marker="o", label="train")
top.plot(epochs, valid_loss, marker="o", label="valid")
top.set(ylabel="loss", ylim=(0, None))
top.legend()
middle.plot(epochs, train_acc, marker="o")
middle.plot(epochs, valid_acc, marker="o")
middle.set(ylabel="accuracy")
bottom.step(epochs, lrs, where="mid")
bottom.set(xlabel="epoch", ylabel="lr", yscale="log")
plt.show()

assert train_loss[0] > valid_loss[0]
assert train_loss[-1] < valid_loss[-1]
assert all(0.97 < acc < 0.98 for acc in valid_acc[4:])
# --8<-- [end:curves]


# --8<-- [start:stop]
def start(seed):
    model = make_model(seed)
    return model, *make_optimizer(model), make_train_loader(seed)


def make_checkpoint(epoch, model, optimizer, scheduler, train_loader):
    return {
        "epoch": epoch,
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "generator": train_loader.generator.get_state(),
    }


stopped, optimizer, scheduler, train_loader = start(seed=0)
fit(stopped, loss_f, optimizer, scheduler, train_loader, 0, 6)
checkpoint = make_checkpoint(6, stopped, optimizer, scheduler, train_loader)
torch.save(checkpoint, "checkpoint.pt")

saved = checkpoint["optimizer"]
print("model", len(checkpoint["model"]), "tensors")
print("optimizer", len(saved["state"]), "momentum buffers")
print("optimizer lr", f"{saved['param_groups'][0]['lr']:g}")
print("scheduler last_epoch", checkpoint["scheduler"]["last_epoch"])
# --8<-- [end:stop]


# --8<-- [start:resume]
def resume(checkpoint):
    # zh: 故意换一个种子：检查点里没有的东西，这样就不会碰巧对上
    # en: another seed: what the checkpoint lacks can't come back by luck
    model, optimizer, scheduler, train_loader = start(seed=1)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    scheduler.load_state_dict(checkpoint["scheduler"])
    train_loader.generator.set_state(checkpoint["generator"])
    first = checkpoint["epoch"]
    rest = fit(model, loss_f, optimizer, scheduler, train_loader, first, 12)
    return model, rest


def load():
    # zh: 发生器的状态只能在 CPU 上；其余的由 load_state_dict 搬到设备
    # en: a generator's state must be on the CPU; load_state_dict moves the rest
    return torch.load("checkpoint.pt", map_location="cpu", weights_only=True)


def same(a, b):
    a, b = a.state_dict(), b.state_dict()
    assert a.keys() == b.keys()
    return all(torch.equal(a[name], b[name]) for name in a)


resumed, rest = resume(load())
assert not same(model, stopped)
assert same(model, resumed)
assert history[6:] == rest
print("resumed equals uninterrupted:", same(model, resumed))
# --8<-- [end:resume]

# --8<-- [start:without]
fresh = make_checkpoint(0, *start(seed=1))
for name in ("model", "optimizer", "scheduler", "generator"):
    other, _ = resume({**load(), name: fresh[name]})
    assert not same(model, other)
    print(f"without {name}:", same(model, other))
# --8<-- [end:without]
