# --8<-- [start:surprise]
import torch


def lengths(change):
    w = torch.zeros(1).double().requires_grad_()
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    moved = []
    for step in range(600):
        if step == 100:
            optimizer.param_groups[0].update(change)
        before = w.item()
        w.grad = torch.ones(1).double()
        optimizer.step()
        moved.append(before - w.item())
    return moved


moved = lengths({"momentum": 0.99})
for step in (99, 100, 150, 200, 599):
    print(f"step {step}: moved {moved[step]:.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
moved = lengths({"momentum": 0.99, "lr": 0.01})
print([f"{moved[step]:.2f}" for step in (99, 100, 599)])
# --8<-- [end:fix]
