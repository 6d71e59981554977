# --8<-- [start:refused]
import torch
from torch.nn import functional as F

# zh: 只有一个输出的模型，三个样本
# en: a model with one output, three samples
x = torch.tensor([[2.0], [-1.0], [0.5]])
y = torch.tensor([1, 0, 1])


def ask(label, target):
    try:
        loss = F.binary_cross_entropy_with_logits(x, target)
        print(f"{label}: {loss.item():.4f}")
    except (RuntimeError, ValueError) as error:
        print(f"{label}: {type(error).__name__}\n  {error}")


ask("float (N,)", y.float())
ask("int64 (N, 1)", y[:, None])
ask("float (N, 1)", y[:, None].float())
# --8<-- [end:refused]

# --8<-- [start:unchecked]
# zh: 数据集把“是”记成了 2
# en: the data set writes 2 for "yes"
x = torch.tensor([1.0, 10.0, 100.0])
for logit in x:
    loss = F.binary_cross_entropy_with_logits(logit, torch.tensor(2.0))
    print(f"logit {logit.item():g}: {loss.item():.4f}")
# --8<-- [end:unchecked]

# --8<-- [start:fix]
y = torch.tensor([2, 1, 2])
target = (y == 2).float()
assert ((target >= 0) & (target <= 1)).all()
print(target.tolist())
# --8<-- [end:fix]
