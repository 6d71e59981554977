# --8<-- [start:lr]
import torch

weight_decay = 0.1


def decayed(lr, momentum=0.0, decoupled=False):
    w = torch.ones(1, requires_grad=True)
    options = {"lr": lr, "momentum": momentum}
    if not decoupled:
        options["weight_decay"] = weight_decay
    optimizer = torch.optim.SGD([w], **options)
    for _ in range(100):
        w.grad = torch.zeros_like(w)
        if decoupled:
            with torch.no_grad():
                w.mul_(1 - lr * weight_decay)
        optimizer.step()
    return w.item()


for lr in (0.1, 0.01):
    print(f"lr {lr}: w {decayed(lr):.4f}")
    assert abs(decayed(lr) - (1 - lr * weight_decay) ** 100) < 1e-5
# --8<-- [end:lr]

# --8<-- [start:momentum]
for momentum in (0.0, 0.9):
    l2 = decayed(0.01, momentum)
    decoupled = decayed(0.01, momentum, decoupled=True)
    print(f"momentum {momentum}: L2 {l2:.4f}, decoupled {decoupled:.4f}")

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.AdamW([w], lr=0.01, weight_decay=weight_decay)
for _ in range(100):
    w.grad = torch.zeros_like(w)
    optimizer.step()
print(f"AdamW: {w.item():.4f}")
assert not hasattr(torch.optim, "SGDW")
# --8<-- [end:momentum]
