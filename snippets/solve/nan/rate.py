# --8<-- [start:surprise]
import torch

x = torch.tensor([[100.0], [200.0], [300.0], [400.0]])
y = x / 100


def losses(x, lr, kind=torch.optim.SGD, steps=12):
    weight = torch.zeros(1, 1, requires_grad=True)
    optimizer = kind([weight], lr=lr)
    for _ in range(steps):
        loss = (x @ weight - y).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        yield loss.item()


print([f"{loss:.2g}" for loss in losses(x, lr=0.1)])
# --8<-- [end:surprise]

# --8<-- [start:test]
for lr in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6):
    *_, last = losses(x, lr, steps=100)
    print(f"lr {lr:.0e}: loss {last:.3f}")
# --8<-- [end:test]

# --8<-- [start:fix]
*_, last = losses(x / 100, lr=0.1, steps=100)
print(f"inputs / 100, lr 0.1: loss {last:.3f}")
# --8<-- [end:fix]

# --8<-- [start:adam]
*_, last = losses(x, lr=0.1, kind=torch.optim.Adam, steps=100)
print(f"Adam, lr 0.1: loss {last:.3f}")
# --8<-- [end:adam]
