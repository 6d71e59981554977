# --8<-- [start:recall]
import torch
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Dropout(0.5))
model.eval()
print([layer.training for layer in model])
model.train()
print([layer.training for layer in model])
# --8<-- [end:recall]

# --8<-- [start:predict]
# zh: 每批的正确数；这种写法只留下最后一批的准确率
# en: correct answers of each batch; this loop keeps only the last accuracy
correct, sizes = [60, 61, 62, 1], [64, 64, 64, 5]
for c, n in zip(correct, sizes, strict=True):
    accuracy = c / n
print(f"after the loop {accuracy:.3f}")
print(f"of all samples {sum(correct) / sum(sizes):.3f}")
# --8<-- [end:predict]

# --8<-- [start:think]
# zh: 1797 张 8×8 的手写数字：每张拉平成 64 个数，灰度从 0–16 缩放到 0–1
# en: 1797 handwritten digits, 8 x 8 pixels: 64 numbers each, gray levels scaled to 0-1
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
loss_f = nn.CrossEntropyLoss()


def accuracy_on(train, valid):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
    for _ in range(200):
        loss = loss_f(model(images[train]), labels[train])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return (model(images[valid]).argmax(dim=1) == labels[valid]).float().mean()


in_order = torch.arange(1797)
shuffled = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
for order in (in_order, shuffled):
    print(f"valid accuracy {accuracy_on(order[:1437], order[1437:]).item():.2f}")
# --8<-- [end:think]
