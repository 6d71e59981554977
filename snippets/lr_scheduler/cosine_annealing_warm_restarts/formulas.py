"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import one_of, rates
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

i, t, eta_min = 2, 17, uniform(0.01, 0.1)
T_mult = one_of(1, 2)
T_0 = {1: 6, 2: 3}[T_mult]
schedules = []


def scheduler(optimizer):
    schedules.append(CosineAnnealingWarmRestarts(optimizer, T_0, T_mult, eta_min))
    return schedules[-1]


eta = rates(scheduler, steps=t)
schedule = schedules[0]  # at t now
eta.append(schedule.get_last_lr()[0])
T_cur, T_i = schedule.T_cur, schedule.T_i
s_i = t - T_cur
