# --8<-- [start:surprise]
import torch

a, b = (torch.zeros(1, requires_grad=True) for _ in range(2))
lr = torch.tensor(0.1)
optimizer = torch.optim.SGD([{"params": [a]}, {"params": [b]}], lr=lr)
optimizer.param_groups[0]["lr"].mul_(0.5)
print([f"{group['lr'].item():.2f}" for group in optimizer.param_groups])
print(f"{lr.item():.2f}, {optimizer.defaults['lr'].item():.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for group in optimizer.param_groups:
    group["lr"] = group["lr"].clone()
optimizer.param_groups[0]["lr"].mul_(0.5)
print([f"{group['lr'].item():.3f}" for group in optimizer.param_groups])
# --8<-- [end:fix]
