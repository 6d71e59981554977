# --8<-- [start:surprise]
import torch


def end(weight_decay=0.0, factor=0.0):
    w = torch.tensor([3.0]).double().requires_grad_()
    optimizer = torch.optim.SGD([w], lr=0.1, weight_decay=weight_decay)
    for _ in range(500):
        optimizer.zero_grad()
        loss = 0.5 * (w - 1) ** 2 + factor * w**2
        loss.sum().backward()
        optimizer.step()
    return w.item()


print(f"weight_decay=0.5: {end(weight_decay=0.5):.4f}")
print(f"+ 0.5 w²:         {end(factor=0.5):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"+ 0.5 / 2 w²:     {end(factor=0.5 / 2):.4f}")
assert abs(end(weight_decay=0.5) - end(factor=0.5 / 2)) < 1e-9
# --8<-- [end:fix]
