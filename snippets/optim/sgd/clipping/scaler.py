# --8<-- [start:surprise]
import torch
from torch.nn.utils import clip_grad_norm_


def step(unscale):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scaler = torch.amp.GradScaler(w.device.type, init_scale=1024.0)
    scaler.scale((0.5 * w).sum()).backward()
    if unscale:
        scaler.unscale_(optimizer)
    clip_grad_norm_([w], max_norm=1.0)
    scaler.step(optimizer)
    return w.item()


print(f"scaled:   {step(unscale=False):.6f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"unscaled: {step(unscale=True):.6f}")
# --8<-- [end:fix]
