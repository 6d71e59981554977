# --8<-- [start:refused]
import torch
from torch.nn import functional as F

# zh: 在 CPU 上问：那里是一个 Python 异常
# en: asked on the CPU, where this is a Python exception
device = "cpu"


def ask(label, input, target):
    input = torch.tensor(input, device=device)
    target = torch.tensor(target, device=device)
    try:
        loss = F.binary_cross_entropy(input, target)
        print(f"{label}: {loss.item():.4f}")
    except (RuntimeError, ValueError) as error:
        print(f"{label}: {type(error).__name__}\n  {error}")


ask("logits", [2.0, -1.0], [1.0, 0.0])
ask("nan", [0.9, torch.nan], [1.0, 0.0])
ask("target 2", [0.9, 0.2], [2.0, 0.0])
# --8<-- [end:refused]

# --8<-- [start:luck]
ask("logits in [0, 1]", [0.8, 0.1], [1.0, 0.0])
# --8<-- [end:luck]

# --8<-- [start:rounding]
# zh: 十个 0.1 加起来
# en: ten times 0.1
total = sum(torch.full((10,), 0.1, device=device)).item()
print(f"{total:.7f}")
ask("sum", [total], [1.0])
ask("clamped", [min(total, 1.0)], [1.0])
# --8<-- [end:rounding]
