# --8<-- [start:recall]
import torch
from sklearn.datasets import load_digits
from torch import nn

# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
loss_f = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)

weight = model[0].weight
start = weight.detach().clone()
loss = loss_f(model(images), labels)
print("after loss    ", "grad", weight.grad is not None, end="  ")
print("moved", not torch.equal(weight, start))
loss.backward()
print("after backward", "grad", weight.grad is not None, end="  ")
print("moved", not torch.equal(weight, start))
optimizer.step()
print("after step    ", "grad", weight.grad is not None, end="  ")
print("moved", not torch.equal(weight, start))
# --8<-- [end:recall]

# --8<-- [start:predict]
# zh: 训练循环里少了 step()
# en: the training loop without step()
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
for step in range(41):
    loss = loss_f(model(images), labels)
    optimizer.zero_grad()
    loss.backward()
    if step % 20 == 0:
        print(f"step {step:3}  loss {loss.item():.3f}")
# --8<-- [end:predict]

# --8<-- [start:think]
w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
# zh: 两个损失，各自 backward，然后只 step 一次
# en: two losses, a backward for each, then a single step
(3 * w).backward()
print("grad", w.grad.item())
(w**2).backward()
print("grad", w.grad.item())
optimizer.step()
print(f"w {w.item():.2f}")
# --8<-- [end:think]
