# --8<-- [start:surprise]
import torch


def decayed(lr, momentum, weight_decay=0.1):
    w = torch.ones(1, requires_grad=True)
    options = {"momentum": momentum, "weight_decay": weight_decay}
    optimizer = torch.optim.SGD([w], lr=lr, **options)
    for _ in range(100):
        # zh: 损失与 w 无关，梯度为零，只剩下衰减
        # en: the loss does not depend on w: only the decay is left
        w.grad = torch.zeros_like(w)
        optimizer.step()
    return w.item()


for lr, momentum in ((0.1, 0.0), (0.01, 0.0), (0.01, 0.9)):
    print(f"{lr=}, {momentum=}: w {decayed(lr, momentum):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"same product: w {decayed(lr=0.01, momentum=0.0, weight_decay=1.0):.4f}")

for momentum in (0.0, 0.9):
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.01, momentum=momentum)
    for _ in range(100):
        w.grad = torch.zeros_like(w)
        with torch.no_grad():
            w.mul_(1 - 0.01 * 0.1)
        optimizer.step()
    print(f"decoupled, {momentum=}: w {w.item():.4f}")
# --8<-- [end:fix]

# --8<-- [start:adamw]
w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.AdamW([w], lr=0.01, weight_decay=0.1)
for _ in range(100):
    w.grad = torch.zeros_like(w)
    optimizer.step()
print(f"AdamW: w {w.item():.4f}")
assert not hasattr(torch.optim, "SGDW")
# --8<-- [end:adamw]
