# --8<-- [start:refused]
import torch
from torch.nn import functional as F


def ask(name, input, target, **options):
    try:
        loss = F.multi_margin_loss(input, target, **options)
        print(f"{name}: {loss.item():.4f}")
    except (RuntimeError, ValueError) as error:
        print(f"{name}: {str(error).split('.')[0]}")


x = torch.tensor([[0.5, 0.0, 0.0], [0.0, 0.0, 1.0]])
y = torch.tensor([0, 1])
ask("p=3", x, y, p=3)
ask("float", x, y.float())
ask("(N, 1)", x, y[:, None])
ask("(N, C, d)", x[:, :, None], y[:, None])
# zh: 越界的目标只在 CPU 上试：CUDA 会中止整个进程
# en: a class out of range, tried on the CPU only: CUDA would end the process
ask("-100", x.cpu(), torch.tensor([0, -100]).cpu())
# --8<-- [end:refused]

# --8<-- [start:fix]
# zh: 没有 ignore_index：自己挑出要算的行
# en: there is no ignore_index: pick the rows that count
y = torch.tensor([0, -100])
keep = y != -100
ask("kept", x[keep], y[keep])
# zh: 一行都不剩时：不让 torch 归约，自己求和再除
# en: with no row left: no reduction by torch, but your own sum and division
none_kept = torch.zeros(2, dtype=torch.bool)
none = F.multi_margin_loss(x[none_kept], y[none_kept], reduction="none")
print(f"none kept: {none.sum() / max(len(none), 1):.4f}")
# --8<-- [end:fix]

# --8<-- [start:nan]
x = torch.tensor([[0.0, float("nan"), 1.0]])
ask("class 0", x, torch.tensor([0]))
ask("class 1", x, torch.tensor([1]))
# --8<-- [end:nan]
