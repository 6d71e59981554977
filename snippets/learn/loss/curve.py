import torch
from matplotlib import pyplot as plt
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)
ideal = nn.functional.one_hot(labels, 10).float()

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
sample = slice(0, 20)

# zh: 只移动一个参数：类别 0 的偏置
# en: move a single parameter: the bias of class 0
shifts = torch.linspace(-0.5, 0.8, 131).tolist()
losses, accuracies = [], []
with torch.no_grad():
    outputs = model(images[sample])
    for shift in shifts:
        moved = outputs + shift * torch.eye(10)[0]
        losses.append((moved - ideal[sample]).abs().mean().item())
        right = moved.argmax(dim=1) == labels[sample]
        accuracies.append(right.float().mean().item())

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
top.plot(shifts, losses)
top.set(ylabel="loss")
bottom.plot(shifts, accuracies)
bottom.set(xlabel="change of bias[0]", ylabel="accuracy")
plt.show()
