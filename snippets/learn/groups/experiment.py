# --8<-- [start:setup]
import torch
from sklearn.datasets import load_digits
from torch import nn

# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
loss_f = nn.CrossEntropyLoss()


def make_model():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))


def train(model, optimizer, zero_grad=True):
    losses = []
    for _ in range(101):
        loss = loss_f(model(images), labels)
        if zero_grad:
            optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def show(losses):
    print([round(v, 3) for v in losses[::20]])


# --8<-- [end:setup]

# --8<-- [start:same]
model = make_model()
one = train(model, torch.optim.SGD(model.parameters(), lr=0.5))

model = make_model()
weights = [p for p in model.parameters() if p.ndim == 2]
biases = [p for p in model.parameters() if p.ndim == 1]
groups = [{"params": weights}, {"params": biases}]
two = train(model, torch.optim.SGD(groups, lr=0.5))
show(one)
show(two)
# --8<-- [end:same]

# --8<-- [start:frozen]
model = make_model()
groups = [
    {"params": model[0].parameters(), "lr": 0.0},
    {"params": model[2].parameters()},
]
show(train(model, torch.optim.SGD(groups, lr=0.5)))
# --8<-- [end:frozen]

# --8<-- [start:slow]
model = make_model()
groups = [
    {"params": model[0].parameters(), "lr": 0.05},
    {"params": model[2].parameters()},
]
show(train(model, torch.optim.SGD(groups, lr=0.5)))
# --8<-- [end:slow]

# --8<-- [start:accumulate]
model = make_model()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
without = train(model, optimizer, zero_grad=False)
show(without[:61])
# --8<-- [end:accumulate]

# --8<-- [start:parabola]
for zero_grad in (True, False):
    theta = torch.tensor(4.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=0.1)
    path = []
    for _ in range(1000):
        if zero_grad:
            optimizer.zero_grad()
        (theta**2).backward()
        optimizer.step()
        path.append(abs(theta.item()))
    print("zero_grad", zero_grad, f"largest of the last 100: {max(path[-100:]):.1f}")
# --8<-- [end:parabola]
