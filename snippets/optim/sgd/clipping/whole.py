import torch

a, b = (torch.zeros(1, requires_grad=True) for _ in range(2))


def fresh():
    a.grad, b.grad = torch.tensor([30.0]), torch.tensor([0.4])


fresh()
torch.nn.utils.clip_grad_norm_([a, b], 1.0)
print(f"together: {a.grad.item():.3f} {b.grad.item():.3f}")
fresh()
for p in (a, b):
    torch.nn.utils.clip_grad_norm_([p], 1.0)
print(f"one by one: {a.grad.item():.3f} {b.grad.item():.3f}")
