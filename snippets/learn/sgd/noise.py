# --8<-- [start:setup]
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
# --8<-- [end:setup]


# --8<-- [start:batches]
def gradient(inputs, targets):
    model.zero_grad()
    loss_f(model(inputs), targets).backward()
    return model[2].weight.grad.clone()


# zh: 1750 张图分成 35 个小批量，每个 50 张
# en: 1750 images in 35 mini-batches of 50
whole = gradient(images[:1750], labels[:1750])
batches = [gradient(images[i : i + 50], labels[i : i + 50]) for i in range(0, 1750, 50)]
mean = torch.stack(batches).mean(dim=0)
torch.testing.assert_close(mean, whole)
print("mean of the batches equals the whole", (mean - whole).abs().max().item() < 1e-6)

cosines = [
    nn.functional.cosine_similarity(b.flatten(), whole.flatten(), dim=0)
    for b in batches
]
cosines = torch.stack(cosines)
print(f"cosine with the whole: from {cosines.min():.2f} to {cosines.max():.2f}")
# --8<-- [end:batches]
