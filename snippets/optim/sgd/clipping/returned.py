# --8<-- [start:surprise]
import torch
from torch.nn.utils import clip_grad_norm_, get_total_norm

w = torch.zeros(2, requires_grad=True)
w.grad = torch.tensor([30.0, 40.0])
logged = clip_grad_norm_([w], max_norm=1.0)
print(f"logged {logged.item():.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"used   {get_total_norm([w.grad]).item():.2f}")
# --8<-- [end:fix]

# --8<-- [start:only]
w.grad = torch.tensor([30.0, 40.0])
print(f"{clip_grad_norm_([w], max_norm=float('inf')).item():.2f}")
assert w.grad.tolist() == [30.0, 40.0]
# --8<-- [end:only]
