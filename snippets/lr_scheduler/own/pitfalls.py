# --8<-- [start:order]
import torch
from torch.optim.lr_scheduler import LRScheduler


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8)


class TooLate(LRScheduler):
    def __init__(self, optimizer, warmup):
        super().__init__(optimizer)
        self.warmup = warmup

    def get_lr(self):
        change = min(1.0, (self.last_epoch + 1) / self.warmup)
        return [base_lr * change for base_lr in self.base_lrs]


try:
    TooLate(new_optimizer(), warmup=4)
except AttributeError as e:
    print(f"{type(e).__name__}: {e}")
# --8<-- [end:order]


# --8<-- [start:zero]
class FromZero(LRScheduler):
    def get_lr(self):
        t = self.last_epoch
        if t == 0:
            return [0.0 for _ in self.base_lrs]
        change = (t / 4) / ((t - 1) / 4)
        return [group["lr"] * change for group in self.optimizer.param_groups]


optimizer = new_optimizer()
scheduler = FromZero(optimizer)
optimizer.step()
try:
    scheduler.step()
except ZeroDivisionError as e:
    print(f"{type(e).__name__}: {e}")
# --8<-- [end:zero]


# --8<-- [start:closed_only]
class ClosedOnly(LRScheduler):
    def _get_closed_form_lr(self):
        return [base_lr / (1 + self.last_epoch) for base_lr in self.base_lrs]


try:
    ClosedOnly(new_optimizer())
except NotImplementedError as e:
    print(type(e).__name__)
# --8<-- [end:closed_only]


# --8<-- [start:one_group]
class OneNumber(LRScheduler):
    def get_lr(self):
        return [self.base_lrs[0] / (1 + self.last_epoch)]


two = [{"params": [torch.zeros(1)], "lr": lr} for lr in (0.8, 0.1)]
try:
    OneNumber(torch.optim.SGD(two))
except ValueError as e:
    print(f"{type(e).__name__}: {e}")
# --8<-- [end:one_group]
