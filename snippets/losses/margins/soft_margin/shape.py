# --8<-- [start:refused]
import torch
from torch.nn import functional as F


def ask(name, input, target):
    try:
        shape = F.soft_margin_loss(input, target, reduction="none").shape
        print(f"{name}: {tuple(shape)}")
    except RuntimeError as error:
        print(f"{name}: {error}")


ask("(3, 1) and (3,)", torch.zeros(3, 1), torch.ones(3))
ask("(3, 3) and (3,)", torch.zeros(3, 3), torch.ones(3))
# --8<-- [end:refused]

# --8<-- [start:surprise]
# zh: 三个样本，三道题；第一个样本全答“是”，另外两个全答“否”
# en: three samples, three questions; all yes, all no, all no
x = torch.tensor([[9.0, 9.0, 9.0], [-9.0, -9.0, -9.0], [-9.0, -9.0, -9.0]])
sample = torch.tensor([1.0, -1.0, -1.0])
print(f"{F.soft_margin_loss(x, sample).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
target = sample[:, None].expand(3, 3)
assert x.shape == target.shape
print(f"{F.soft_margin_loss(x, target).item():.4f}")
# --8<-- [end:fix]
