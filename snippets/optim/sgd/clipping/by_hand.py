# --8<-- [start:norm]
import torch

a, b = (torch.zeros(1, requires_grad=True) for _ in range(2))
a.grad, b.grad = torch.tensor([3.0]), torch.tensor([4.0])
norm = (3.0**2 + 4.0**2) ** 0.5
factor = min(1.0, 1.0 / (norm + 1e-6))
print(f"norm {norm}, factor {factor:.4f}")

returned = torch.nn.utils.clip_grad_norm_([a, b], max_norm=1.0)
print(f"after: {a.grad.item():.4f} {b.grad.item():.4f}")
print(f"returned: {returned.item():.4f}")
assert abs(a.grad.item() - 3 * factor) < 1e-6
# --8<-- [end:norm]

# --8<-- [start:value]
a.grad, b.grad = torch.tensor([0.3]), torch.tensor([4.0])
returned = torch.nn.utils.clip_grad_value_([a, b], clip_value=1.0)
print(f"after: {a.grad.item():.4f} {b.grad.item():.4f}")
print(f"returned: {returned}")
# --8<-- [end:value]
