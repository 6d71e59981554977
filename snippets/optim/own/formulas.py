"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from tests.support.bind import descend

gamma, epsilon, lambda_ = 0.1, 0.1, uniform(0.1, 0.5)
beta_1, beta_2 = uniform(0.5, 0.9), uniform(0.5, 0.9)
start = torch.randn(3)


def adam(kind, state, **options):
    return descend(
        lambda parameters: kind(
            parameters, lr=gamma, betas=(beta_1, beta_2), eps=epsilon, **options
        ),
        lambda theta: (theta**4).sum(),
        start,
        state,
    )


theta, g, m = adam(torch.optim.Adam, "exp_avg")
v = adam(torch.optim.Adam, "exp_avg_sq")[2]
hat_m = [None, *(m[t] / (1 - beta_1**t) for t in range(1, 7))]
hat_v = [None, *(v[t] / (1 - beta_2**t) for t in range(1, 7))]


class adamw:
    theta, _, m = adam(torch.optim.AdamW, "exp_avg", weight_decay=lambda_)
    v = adam(torch.optim.AdamW, "exp_avg_sq", weight_decay=lambda_)[2]
    hat_m = [m / (1 - beta_1**t) if t else None for t, m in enumerate(m)]
    hat_v = [v / (1 - beta_2**t) if t else None for t, v in enumerate(v)]
