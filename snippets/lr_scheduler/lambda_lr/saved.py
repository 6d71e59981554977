# --8<-- [start:function]
import torch
from torch.optim.lr_scheduler import LambdaLR


def build(lr_lambda):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    return optimizer, LambdaLR(optimizer, lr_lambda)


def run(optimizer, scheduler, steps):
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
    return round(scheduler.get_last_lr()[0], 4)


old = build(lambda t: 0.5**t)
print("stopped", run(*old, 2))
saved = [part.state_dict() for part in old]
print("saved", saved[1]["lr_lambdas"])

new = build(lambda t: 0.9**t)
for part, state in zip(new, saved, strict=True):
    part.load_state_dict(state)
print("next", run(*new, 1))
# --8<-- [end:function]


# --8<-- [start:object]
class Decay:
    def __init__(self, gamma):
        self.gamma = gamma

    def __call__(self, t):
        return self.gamma**t


old = build(Decay(0.5))
print("stopped", run(*old, 2))
saved = [part.state_dict() for part in old]
print("saved", saved[1]["lr_lambdas"])

new = build(Decay(0.9))
for part, state in zip(new, saved, strict=True):
    part.load_state_dict(state)
print("next", run(*new, 1))
# --8<-- [end:object]
