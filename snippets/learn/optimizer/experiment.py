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


def train(model, optimizer, steps=101):
    for step in range(steps):
        loss = loss_f(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 20 == 0:
            print(f"step {step:3}  loss {loss.item():.3f}")


# --8<-- [end:setup]

# --8<-- [start:head]
model = make_model()
before = model[0].weight.detach().clone()
optimizer = torch.optim.SGD(model[2].parameters(), lr=0.5)
train(model, optimizer)
print("hidden layer moved", not torch.equal(model[0].weight, before))
print("hidden layer has a gradient", model[0].weight.grad is not None)
assert torch.equal(model[0].weight, before)
assert model[0].weight.grad.abs().sum() > 0
# --8<-- [end:head]
