# --8<-- [start:surprise]
import torch
from torch.optim import lr_scheduler as s


def build():
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    return optimizer, s.LambdaLR(optimizer, lambda t: 1 / (t + 1))


def step(optimizer, scheduler):
    optimizer.step()
    scheduler.step()
    return scheduler.get_last_lr()[0]


optimizer, scheduler = build()
for _ in range(2):
    step(optimizer, scheduler)
saved = optimizer.state_dict(), scheduler.state_dict()

factor = 3
resumed, resumed_scheduler = build()
resumed.load_state_dict(saved[0])
resumed_scheduler.load_state_dict(saved[1])
resumed.param_groups[0]["lr"] *= factor
print(f"saved {saved[1]['_last_lr'][0]:.4f}", end=", ")
print(f"now {resumed.param_groups[0]['lr']:.4f}", end=", ")
print(f"after a step {step(resumed, resumed_scheduler):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:proportional]
resumed, resumed_scheduler = build()
resumed.load_state_dict(saved[0])
resumed_scheduler.load_state_dict(saved[1])
for group in resumed.param_groups:
    group["lr"] *= factor
    group["initial_lr"] *= factor
resumed_scheduler.base_lrs = [g["initial_lr"] for g in resumed.param_groups]

for _ in range(4):
    lr = step(optimizer, scheduler)
    new = step(resumed, resumed_scheduler)
    print(f"{lr:.4f} -> {new:.4f}")
    assert abs(new - factor * lr) < 1e-12
# --8<-- [end:proportional]


# --8<-- [start:survey]
def two_parts(o, _):
    parts = [s.ConstantLR(o, 0.1, total_iters=4), s.ExponentialLR(o, 0.9)]
    return s.SequentialLR(o, parts, milestones=[4])


# zh: 有的参数本身就是学习率，由 lr 算出
# en: arguments that are learning rates themselves follow from lr
builders = {
    "LambdaLR": lambda o, _: s.LambdaLR(o, lambda t: 1 / (t + 1)),
    "CosineAnnealingLR": lambda o, _: s.CosineAnnealingLR(o, 9),
    "  with eta_min": lambda o, lr: s.CosineAnnealingLR(o, 9, eta_min=0.1 * lr),
    "CyclicLR": lambda o, lr: s.CyclicLR(o, lr, 10 * lr, 3, cycle_momentum=False),
    "OneCycleLR": lambda o, lr: s.OneCycleLR(
        o, 10 * lr, total_steps=20, cycle_momentum=False
    ),
    "SequentialLR": two_parts,
}


def make(build, lr):
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    return optimizer, build(optimizer, lr)


def advance(optimizer, scheduler, steps):
    lrs = []
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
        lrs.append(optimizer.param_groups[0]["lr"])
    return lrs


for name, build in builders.items():
    old, old_scheduler = make(build, 0.1)
    advance(old, old_scheduler, 2)
    new, new_scheduler = make(build, 0.1)
    new.load_state_dict(old.state_dict())
    new_scheduler.load_state_dict(old_scheduler.state_dict())
    (group,) = new.param_groups
    group["lr"] *= factor
    group["initial_lr"] *= factor
    new_scheduler.base_lrs = [group["initial_lr"]]
    before = advance(old, old_scheduler, 6)
    after = advance(new, new_scheduler, 6)
    ratios = [b / a for a, b in zip(before, after, strict=True)]
    print(f"{name:18}", *[f"{ratio:.2f}" for ratio in ratios])
# --8<-- [end:survey]

# --8<-- [start:again]
for build in builders.values():
    old, old_scheduler = make(build, 0.1)
    advance(old, old_scheduler, 2)
    new, new_scheduler = make(build, factor * 0.1)
    # zh: 此时没有梯度，optimizer.step() 不会改变参数
    # en: there are no gradients yet, so optimizer.step() changes nothing
    advance(new, new_scheduler, 2)
    before = advance(old, old_scheduler, 6)
    after = advance(new, new_scheduler, 6)
    ratios = [b / a for a, b in zip(before, after, strict=True)]
    assert all(abs(ratio - factor) < 1e-9 for ratio in ratios)
# --8<-- [end:again]
