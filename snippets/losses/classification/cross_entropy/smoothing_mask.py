# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 第 2 类被排除
# en: class 2 is excluded
x = torch.tensor([[1.0, 0.0, -torch.inf], [0.0, 1.0, -torch.inf]])
target = torch.tensor([0, 1])
print(F.cross_entropy(x, target, label_smoothing=0.1).item())
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 只在留下的类别上做平滑
# en: smooth over the classes that are left
loss = F.cross_entropy(x[:, :2], target, label_smoothing=0.1)
print(f"{loss.item():.4f}")
# --8<-- [end:fix]
