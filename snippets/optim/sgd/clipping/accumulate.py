# --8<-- [start:surprise]
import torch
from torch.nn.utils import clip_grad_norm_


def clipped(parts, every):
    w = torch.zeros(1, requires_grad=True)
    for part in parts:
        (w * part / len(parts)).sum().backward()
        if every:
            clip_grad_norm_([w], max_norm=1.0)
    if not every:
        clip_grad_norm_([w], max_norm=1.0)
    return w.grad.item()


parts = [100.0, -100.0, 4.0, 0.0]
print(f"mean of the parts: {sum(parts) / len(parts):.2f}")
print(f"clipped in each:   {clipped(parts, every=True):.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"clipped at the end: {clipped(parts, every=False):.2f}")
# --8<-- [end:fix]
