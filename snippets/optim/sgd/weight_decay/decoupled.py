# --8<-- [start:hook]
import torch


@torch.no_grad()
def decouple(optimizer, *_):
    for group in optimizer.param_groups:
        for p in group["params"]:
            if p.grad is not None:
                p.mul_(1 - group["lr"] * group["decoupled"])


def build(w, decoupled=0.0, **options):
    groups = [{"params": [w], "decoupled": decoupled}]
    optimizer = torch.optim.SGD(groups, **options)
    optimizer.register_step_pre_hook(decouple)
    return optimizer


# --8<-- [end:hook]


# --8<-- [start:plain]
def train(steps=400, **options):
    w = torch.tensor([3.0]).double().requires_grad_()
    optimizer = build(w, lr=0.01, **options)
    for _ in range(steps):
        optimizer.zero_grad()
        (0.5 * (w - 1) ** 2).sum().backward()
        optimizer.step()
    return w.item()


l2, apart = train(weight_decay=0.5), train(decoupled=0.5)
print(f"L2 {l2:.6f}, decoupled {apart:.6f}")
assert abs(l2 - apart) < 1e-12
# --8<-- [end:plain]

# --8<-- [start:goal]
l2 = train(1500, weight_decay=0.5, momentum=0.9)
apart = train(1500, decoupled=0.5, momentum=0.9)
print(f"L2 {l2:.4f}, decoupled {apart:.4f}")
assert abs(l2 - 1 / (1 + 0.5)) < 1e-9
assert abs(apart - 1 / (1 + 0.5 * (1 - 0.9))) < 1e-9
# --8<-- [end:goal]
