# --8<-- [start:first]
import torch


def moves(count, nesterov):
    w = torch.zeros(1).double().requires_grad_()
    options = {"lr": 0.1, "momentum": 0.9, "nesterov": nesterov}
    optimizer = torch.optim.SGD([w], **options)
    found = []
    for _ in range(count):
        before = w.item()
        w.grad = torch.ones(1).double()
        optimizer.step()
        found.append(before - w.item())
    return found


for nesterov in (False, True):
    print(f"nesterov={nesterov}: {moves(1, nesterov)[0]:.4f}")
# --8<-- [end:first]

# --8<-- [start:limit]
for nesterov in (False, True):
    print(f"nesterov={nesterov}: {moves(300, nesterov)[-1]:.4f}")
# --8<-- [end:limit]

# --8<-- [start:ahead]
earlier, plain = moves(20, True), moves(21, False)
for t in range(20):
    assert abs(earlier[t] - plain[t + 1]) < 1e-9
print("step t of Nesterov = step t + 1 of momentum")
# --8<-- [end:ahead]
