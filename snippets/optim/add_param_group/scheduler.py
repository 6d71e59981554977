# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR, LinearLR, OneCycleLR

w = torch.ones(1, requires_grad=True)
v = torch.ones(1, requires_grad=True)


def lrs(optimizer):
    return [round(group["lr"], 4) for group in optimizer.param_groups]


for scheduler_class, options in [
    (LambdaLR, {"lr_lambda": lambda t: 0.9**t}),
    (OneCycleLR, {"max_lr": 0.1, "total_steps": 10}),
]:
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = scheduler_class(optimizer, **options)
    optimizer.step()
    optimizer.add_param_group({"params": [v], "lr": 0.01})
    try:
        scheduler.step()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
# --8<-- [end:surprise]

# --8<-- [start:silent]
# zh: 预热 4 步，从 0.1 的十分之一升到 0.1
# en: a warmup of 4 steps, from a tenth of 0.1 up to 0.1
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = LinearLR(optimizer, start_factor=0.1, total_iters=4)
for step in range(6):
    if step == 2:
        optimizer.add_param_group({"params": [v], "lr": 0.1})
    optimizer.step()
    scheduler.step()
    print(lrs(optimizer))
print("base_lrs", scheduler.base_lrs)
# --8<-- [end:silent]


# --8<-- [start:in_step]
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = LinearLR(optimizer, start_factor=0.1, total_iters=4)
for step in range(6):
    if step == 2:
        # zh: 目标是旧组的一半，就按旧组此刻的一半加入
        # en: to end at half of the old group, join at half of what it has now
        lr = 0.5 * optimizer.param_groups[0]["lr"]
        optimizer.add_param_group({"params": [v], "lr": lr})
    optimizer.step()
    scheduler.step()
print(lrs(optimizer))
# --8<-- [end:in_step]


# --8<-- [start:rebuild]
def factor(t):
    return 0.5**t


optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = LambdaLR(optimizer, factor)
for _ in range(2):
    optimizer.step()
    scheduler.step()
print(lrs(optimizer))

optimizer.add_param_group({"params": [v], "lr": 0.02, "initial_lr": 0.02})
# zh: 构造函数自己会走一步，所以减 1
# en: minus 1, since the constructor makes one step itself
scheduler = LambdaLR(optimizer, factor, last_epoch=scheduler.last_epoch - 1)
print(lrs(optimizer), "base_lrs", scheduler.base_lrs)
optimizer.step()
scheduler.step()
print(lrs(optimizer))

# zh: 不写 last_epoch，就从头开始
# en: without last_epoch it starts over
LambdaLR(optimizer, factor)
print(lrs(optimizer))
# --8<-- [end:rebuild]
