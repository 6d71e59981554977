# --8<-- [start:height]
import torch

up, down = 2, 2
heights = []
for t in range(10):
    x = t % (up + down)
    if x <= up:
        heights.append(x / up)
    else:
        heights.append((up + down - x) / down)
print(heights)
# --8<-- [end:height]

# --8<-- [start:lr]
base_lr, max_lr = 0.1, 0.9
cycles = [1 + t // (up + down) for t in range(10)]
by_hand = {
    "triangular": [base_lr + (max_lr - base_lr) * h for h in heights],
    "triangular2": [
        base_lr + (max_lr - base_lr) * h * 0.5 ** (c - 1)
        for h, c in zip(heights, cycles, strict=True)
    ],
    "exp_range": [
        base_lr + (max_lr - base_lr) * h * 0.9**t for t, h in enumerate(heights)
    ],
}
for mode, lrs in by_hand.items():
    print(f"{mode:11}", *[f"{lr:.2f}" for lr in lrs])
# --8<-- [end:lr]

# --8<-- [start:momentum]
momentum = [0.9 - (0.9 - 0.8) * h for h in heights]
print("momentum   ", *[f"{m:.2f}" for m in momentum])
# --8<-- [end:momentum]

# --8<-- [start:torch]
for mode, expected in by_hand.items():
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CyclicLR(
        optimizer, base_lr, max_lr, up, mode=mode, gamma=0.9
    )
    lrs = []
    for t in range(10):
        lrs += scheduler.get_last_lr()
        if mode == "triangular":
            used = optimizer.param_groups[0]["momentum"]
            assert abs(used - momentum[t]) < 1e-12
        optimizer.step()
        scheduler.step()
    print(f"{mode:11}", *[f"{lr:.2f}" for lr in lrs])
    for a, b in zip(lrs, expected, strict=True):
        assert abs(a - b) < 1e-12
# --8<-- [end:torch]
