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

ideal = nn.functional.one_hot(labels, 10).float()
outputs = model(images)
# --8<-- [end:setup]

# --8<-- [start:scale]
for scale in (1.0, 0.5, 0.1, 0.0):
    scaled = scale * outputs
    loss = (scaled - ideal).abs().mean()
    accuracy = (scaled.argmax(dim=1) == labels).float().mean()
    print(f"x {scale:.1f}  loss {loss.item():.3f}  accuracy {accuracy.item():.3f}")
# --8<-- [end:scale]

# --8<-- [start:zero]
# zh: 得分全为 0：十个得分中只有一个有误差，大小为 1
# en: all zeros: of ten numbers only one is wrong, by 1
torch.testing.assert_close(loss, torch.tensor(0.1))
# zh: 得分全部相同，argmax 取第一个，也就是类别 0
# en: all scores are equal; argmax takes the first, class 0
assert accuracy == (labels == 0).float().mean()
print("zeros among the labels", (labels == 0).sum().item())
# --8<-- [end:zero]
