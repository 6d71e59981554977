# --8<-- [start:surprise]
import torch

errors = torch.tensor([0.5, 2.0])
mask = torch.tensor([0.0, 0.0])
print("mean over the mask", ((errors * mask).sum() / mask.sum()).item())
print("mean of an empty tensor", errors[mask.bool()].mean().item())
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(((errors * mask).sum() / mask.sum().clamp(min=1)).item())
# --8<-- [end:fix]
