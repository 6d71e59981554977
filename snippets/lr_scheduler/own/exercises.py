# --8<-- [start:paper]
import torch
from torch.optim.lr_scheduler import LambdaLR, LRScheduler


def factor(t, warmup):
    return min((t + 1) / warmup, (warmup / (t + 1)) ** 0.5)


d, W = 512, 4000
peak = (d * W) ** -0.5
for t in range(100_000):
    paper = d**-0.5 * min((t + 1) ** -0.5, (t + 1) * W**-1.5)
    assert abs(peak * factor(t, W) - paper) < 1e-12
print(f"peak {peak:.6f}")
# --8<-- [end:paper]


# --8<-- [start:inverse]
class InverseTimeLR(LRScheduler):
    def __init__(self, optimizer, k, last_epoch=-1):
        self.k = k
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        t = self.last_epoch
        change = (1 + self.k * (t - 1)) / (1 + self.k * t) if t > 0 else 1
        return [group["lr"] * change for group in self.optimizer.param_groups]


def run(make_scheduler, steps):
    groups = [{"params": [torch.zeros(1, requires_grad=True)]} for _ in range(2)]
    optimizer = torch.optim.SGD(groups, lr=0.1)
    scheduler = make_scheduler(optimizer)
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        optimizer.step()
        scheduler.step()
    return torch.tensor(lrs, dtype=torch.float64)


ours = run(lambda optimizer: InverseTimeLR(optimizer, k=0.5), 1000)
expected = run(lambda optimizer: LambdaLR(optimizer, lambda t: 1 / (1 + t / 2)), 1000)
torch.testing.assert_close(ours, expected, rtol=1e-12, atol=0)
print(*[f"{lr:.4f}" for lr in ours[:5, 0].tolist()])
# --8<-- [end:inverse]


# --8<-- [start:one]
class OnlyLR(InverseTimeLR):
    def __init__(self, optimizer, k, group, last_epoch=-1):
        self.group = group
        super().__init__(optimizer, k, last_epoch)

    def get_lr(self):
        lrs = [group["lr"] for group in self.optimizer.param_groups]
        lrs[self.group] = super().get_lr()[self.group]
        return lrs


lrs = run(lambda optimizer: OnlyLR(optimizer, k=0.5, group=1), 1000)
assert (lrs[:, 0] == 0.1).all()
assert torch.equal(lrs[:, 1], ours[:, 1])
print(*[f"{lr:.4f}" for lr in lrs[4].tolist()])
# --8<-- [end:one]
