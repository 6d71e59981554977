"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import warnings

import torch
import torch.nn.functional as F
from torch.distributions import Categorical, kl_divergence

N, C = 2, 3
rows = torch.rand(2, N, C).softmax(-1)
y, q = rows.flatten(1)
x = q.log()
ell_n = F.kl_div(x, y, reduction="none")


def ell(x, y):
    x, y = x.view(N, C), y.view(N, C)
    with warnings.catch_warnings(action="ignore"):  # "mean" is not the divergence
        return {"none": ell_n} | {
            reduction: F.kl_div(x, y, reduction=reduction)
            for reduction in ("sum", "batchmean", "mean")
        }


class idea:
    y, q = rows[:, 0]

    def D(y, q):
        return kl_divergence(Categorical(y), Categorical(q))
