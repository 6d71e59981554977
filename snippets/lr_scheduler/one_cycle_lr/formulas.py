"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import OneCycleLR

D, F = 25, 10**4  # the defaults
eta_max, T = uniform(0.1, 0.9), 12


def values(strategy):
    return rates(
        lambda optimizer: OneCycleLR(
            optimizer, eta_max, T, pct_start=0.5, anneal_strategy=strategy
        )
    )


both = {"linear": values("linear"), "cos": values("cos")}
eta_init, eta_min = both["cos"][0], both["cos"][-1]
step = int(uniform(1, 5))
a, b, q = eta_init, eta_max, step / 5
value = {name: rate[step] for name, rate in both.items()}
