# --8<-- [start:refused]
import torch
from torch.nn import functional as F

# zh: 在 CPU 上问：那里越界的类别是一个 Python 异常
# en: asked on the CPU, where a class out of range is a Python exception
logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]], device="cpu")
target = torch.tensor([0, 2], device="cpu")
one_hot = F.one_hot(target, num_classes=3)


def ask(label, target, **arguments):
    try:
        F.cross_entropy(logits, target, **arguments)
        print(f"{label}: accepted")
    except (RuntimeError, IndexError) as error:
        print(f"{label}: {type(error).__name__}\n  {error}")


ask("int64", target)
ask("uint8", target.to(torch.uint8))
ask("int32", target.to(torch.int32))
ask("float32", target.float())
ask("(N, 1)", target[:, None])
ask("class 3", torch.tensor([0, 3], device="cpu"))
ask("one-hot int64", one_hot)
ask("one-hot float32", one_hot.float())
# --8<-- [end:refused]

# --8<-- [start:fix]
from_file = target.int().reshape(2, 1)
loss = F.cross_entropy(logits, from_file.squeeze(1).long())
print(f"{loss.item():.4f}")
# --8<-- [end:fix]

# --8<-- [start:unchecked]
# zh: 同形状的浮点目标就是概率，而且没有人检查它是不是概率
# en: a float target of the same shape is a distribution, and nobody checks that
nonsense = 0 * logits + torch.tensor([3.0, -1.0, 0.0], device="cpu")
print(f"{F.cross_entropy(logits, nonsense).item():.4f}")
# --8<-- [end:unchecked]
