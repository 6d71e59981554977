"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from tests.support.bind import rates
from torch.optim import swa_utils

bar_theta, theta = torch.randn(2, 3)
n, d = torch.tensor(3), uniform(0.5, 0.9)
eta_swa, T = uniform(0.1, 0.3), 5


def values(lr, swa_lr):
    return {
        name: rates(
            lambda optimizer, name=name: swa_utils.SWALR(optimizer, swa_lr, T, name), lr
        )
        for name in ("linear", "cos")
    }


eta = values(0.8, eta_swa)
a = {name: [1 - rate for rate in found] for name, found in values(1.0, 0.0).items()}


class get_swa_avg_fn:
    bar_theta_new = swa_utils.get_swa_avg_fn()(bar_theta, theta, n)


class get_ema_avg_fn:
    bar_theta_new = swa_utils.get_ema_avg_fn(d)(bar_theta, theta, n)


formula_1, formula_2 = get_swa_avg_fn, get_ema_avg_fn


t = int(uniform(0, 12))
q = a["linear"][t]
