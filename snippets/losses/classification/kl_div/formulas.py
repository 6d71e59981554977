"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import warnings

import torch
import torch.nn.functional as F

N, C = 2, 3
targets, q = torch.rand(2, N, C).softmax(-1)
y, q, x = targets.flatten(), q.flatten(), q.log().flatten()
ell_n = F.kl_div(x, y, reduction="none")
with warnings.catch_warnings(action="ignore"):  # "mean" is not the divergence
    ell = {
        name: F.kl_div(x.view(N, C), targets, reduction=name)
        for name in ("sum", "batchmean", "mean")
    } | {"none": ell_n}


def D(y, q):
    return torch.distributions.kl_divergence(
        *(torch.distributions.Categorical(each.view(N, C)) for each in (y, q))
    ).sum()
