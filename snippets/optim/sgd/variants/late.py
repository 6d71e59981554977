# --8<-- [start:surprise]
import torch


def train(**options):
    a, b = (torch.ones(1, requires_grad=True) for _ in range(2))
    optimizer = torch.optim.SGD([a, b], lr=0.1, momentum=0.9, **options)
    for step in range(3):
        a.grad = torch.ones(1)
        # zh: b 晚一步才用上
        # en: b comes into use one step later
        b.grad = torch.ones(1) if step else None
        optimizer.step()
    return f"{a.item():.3f} {b.item():.3f}"


try:
    print(train(fused=True))
except TypeError as e:
    print(f"TypeError: {e}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(train(foreach=True))
# --8<-- [end:fix]
