# --8<-- [start:factor]
import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    ExponentialLR,
    LambdaLR,
    LRScheduler,
    SequentialLR,
)


def factor(t, warmup):
    return min((t + 1) / warmup, (warmup / (t + 1)) ** 0.5)


print(*[f"{factor(t, warmup=4):.3f}" for t in (0, 1, 2, 3, 4, 15)])
# --8<-- [end:factor]


# --8<-- [start:lambda]
def two_groups(lrs=(0.1, 0.003)):
    groups = [{"params": [torch.zeros(1, requires_grad=True)], "lr": lr} for lr in lrs]
    return torch.optim.SGD(groups)


def run(scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.optimizer.step()
        scheduler.step()
    return lrs


scheduler = LambdaLR(two_groups(), lambda t: factor(t, warmup=4))
expected = run(scheduler, 10_000)
print(*[f"{lrs[0]:.4f}" for lrs in expected[:6]])
# --8<-- [end:lambda]


# --8<-- [start:closed]
class ClosedLR(LRScheduler):
    def __init__(self, optimizer, warmup, last_epoch=-1):
        # zh: 先设好属性：基类的构造函数会走一步
        # en: attributes first: the constructor of the base class makes a step
        self.warmup = warmup
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        change = factor(self.last_epoch, self.warmup)
        return [base_lr * change for base_lr in self.base_lrs]


# --8<-- [end:closed]

# --8<-- [start:test_equal]
assert run(ClosedLR(two_groups(), warmup=4), 10_000) == expected
print("10000 steps, 2 groups: as LambdaLR")
# --8<-- [end:test_equal]

# --8<-- [start:test_changed]
scheduler = ClosedLR(two_groups([0.8]), warmup=1)
run(scheduler, 3)
scheduler.optimizer.param_groups[0]["lr"] = 0.1
print(f"set to 0.1, one step later {run(scheduler, 2)[1][0]:.2f}")
# --8<-- [end:test_changed]


# --8<-- [start:recursive]
class RecursiveLR(LRScheduler):
    def __init__(self, optimizer, warmup, last_epoch=-1):
        if warmup < 1:
            raise ValueError(f"warmup has to be positive, not {warmup}")
        self.warmup = warmup
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        t = self.last_epoch
        change = factor(t, self.warmup)
        if t > 0:
            change /= factor(t - 1, self.warmup)
        return [group["lr"] * change for group in self.optimizer.param_groups]


# --8<-- [end:recursive]


# --8<-- [start:close]
def assert_close(ours, expected):
    for lrs, expected_lrs in zip(ours, expected, strict=True):
        for lr, expected_lr in zip(lrs, expected_lrs, strict=True):
            assert abs(lr - expected_lr) < 1e-12


assert_close(run(RecursiveLR(two_groups(), warmup=4), 10_000), expected)
print("10000 steps, 2 groups: as the closed form")
# --8<-- [end:close]


# --8<-- [start:chain]
def in_chain(scheduler_class):
    optimizer = two_groups()
    parts = [
        ExponentialLR(optimizer, gamma=0.9),
        scheduler_class(optimizer, warmup=4),
    ]
    return run(ChainedScheduler(parts), 100)


product = [
    [base_lr * factor(t, 4) * 0.9**t for base_lr in (0.1, 0.003)] for t in range(100)
]
assert_close(in_chain(RecursiveLR), product)
assert in_chain(ClosedLR) == expected[:100]
print("recursive: the product; closed: the decay is lost")
# --8<-- [end:chain]


# --8<-- [start:sequence]
def second(scheduler_class):
    optimizer = two_groups()
    parts = [
        ConstantLR(optimizer, factor=0.1, total_iters=9),
        scheduler_class(optimizer, warmup=4),
    ]
    return run(SequentialLR(optimizer, parts, milestones=[3]), 100)[3:]


print(f"second part starts at {second(RecursiveLR)[0][0]:.4f}")
# --8<-- [end:sequence]


# --8<-- [start:both]
class WarmupInverseSqrtLR(RecursiveLR):
    def _get_closed_form_lr(self):
        change = factor(self.last_epoch, self.warmup)
        return [base_lr * change for base_lr in self.base_lrs]


lrs = second(WarmupInverseSqrtLR)
print(f"second part starts at {lrs[0][0]:.4f}")
assert_close(lrs, expected[: len(lrs)])
# --8<-- [end:both]

# --8<-- [start:state_dict]
print(sorted(WarmupInverseSqrtLR(two_groups(), 4).state_dict()))
for stop in range(12):
    old = WarmupInverseSqrtLR(two_groups(), warmup=4)
    before = run(old, stop)
    saved = old.optimizer.state_dict(), old.state_dict()
    # zh: 另一个 warmup：加载时会换成存下的那个
    # en: another warmup: loading replaces it by the saved one
    new = WarmupInverseSqrtLR(two_groups(), warmup=7)
    new.optimizer.load_state_dict(saved[0])
    new.load_state_dict(saved[1])
    assert_close(before + run(new, 12 - stop), expected[:12])
# --8<-- [end:state_dict]

# --8<-- [start:last_epoch]
for last_epoch in (0, 3, 30):
    optimizer = two_groups()
    for group, lr in zip(optimizer.param_groups, expected[last_epoch], strict=True):
        group["initial_lr"], group["lr"] = group["lr"], lr
    new = WarmupInverseSqrtLR(optimizer, 4, last_epoch=last_epoch)
    assert new.last_epoch == last_epoch + 1
    assert_close(run(new, 10), expected[last_epoch + 1 : last_epoch + 11])
print("last_epoch: goes on with the epoch after it")
# --8<-- [end:last_epoch]

# --8<-- [start:tensor]
scheduler = WarmupInverseSqrtLR(two_groups([torch.tensor(0.1)]), warmup=4)
(group,) = scheduler.optimizer.param_groups
held = group["lr"]
run(scheduler, 3)
assert held is group["lr"]
assert abs(held.item() - expected[3][0]) < 1e-6
print(f"a tensor, changed in place: {held.item():.4f}")
# --8<-- [end:tensor]
