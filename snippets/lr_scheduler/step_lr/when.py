import torch
from torch.optim.lr_scheduler import ExponentialLR, MultiStepLR, StepLR


def schedule(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(100):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


every_30 = schedule(lambda o: StepLR(o, step_size=30))
milestones = schedule(lambda o: MultiStepLR(o, milestones=[30, 60, 90]))
assert every_30 == milestones
print("StepLR(30) = MultiStepLR([30, 60, 90])")

every_1 = schedule(lambda o: StepLR(o, step_size=1, gamma=0.9))
exponential = schedule(lambda o: ExponentialLR(o, gamma=0.9))
assert every_1 == exponential
print("StepLR(1, gamma) = ExponentialLR(gamma)")
