"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import one_of, rates
from torch.optim.lr_scheduler import CyclicLR

eta_base, eta_max = uniform(0.1, 0.3), uniform(0.6, 0.9)
mu_base, mu_max = uniform(0.6, 0.7), uniform(0.8, 0.9)
alpha, u, d = 0.9, 3, 5


def values(key="lr", base=0.0, top=1.0, mode="triangular", gamma=1.0):
    """A learning rate from 0 to 1 is the height times the scale."""
    return rates(
        lambda optimizer: CyclicLR(
            optimizer,
            base,
            top,
            u,
            d,
            mode,
            gamma,
            None,
            "cycle",
            True,
            mu_base,
            mu_max,
        ),
        key=key,
    )


r = values()
s = [alpha**t for t in range(12)]
eta = values("lr", eta_base, eta_max, "exp_range", alpha)
mu = values("momentum", eta_base, eta_max, "exp_range", alpha)


class formula_3:
    t = one_of(1, u, u + d - 1)
    x = t % (u + d)
    r_t = r[t]
