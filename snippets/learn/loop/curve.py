import torch
from matplotlib import pyplot as plt
from sklearn.datasets import load_digits
from torch import nn

# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train, valid = order.split([1437, 360])

loss_f = nn.CrossEntropyLoss()

fig, ax = plt.subplots()
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
few = train[:100]
train_losses, valid_losses = [], []
for _ in range(200):
    loss = loss_f(model(images[few]), labels[few])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    train_losses.append(loss.item())
    with torch.no_grad():
        valid_losses.append(loss_f(model(images[valid]), labels[valid]).item())
ax.plot(train_losses, label="train loss")
ax.plot(valid_losses, label="valid loss")
ax.set(xlabel="step", ylabel="loss", ylim=(0, None))
ax.legend()
plt.show()
