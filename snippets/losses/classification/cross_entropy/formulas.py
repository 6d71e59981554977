"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import random

import torch
import torch.nn.functional as F
from tests.support.bind import gradient

N, C = 4, 3
x = torch.randn(N, C)
p = x.softmax(1)
softmax = torch.nn.Softmax(-1)
w = torch.rand(C)
varepsilon = random()
target = torch.randint(C, (N,))
y = torch.rand(N, C).softmax(1)


def smoothed(x):
    return F.cross_entropy(x, y, reduction="sum", label_smoothing=varepsilon)


q = p - gradient(smoothed, x)  # the gradient is p - q


class idea:
    x, y = x[0], target[0] + 1  # classes count from 1
    ell = F.cross_entropy(x, target[0])


class formula_0:
    y = target + 1
    ell_n = F.cross_entropy(x, target, reduction="none")


class formula_1:
    y = target + 1
    ell_n = F.cross_entropy(x, target, w, reduction="none")
    ell_mean = F.cross_entropy(x, target, w)


class formula_2:
    ell_n = F.cross_entropy(x, y, reduction="none")


class log_sum_exp:
    x = x[0]
    m = x.max()


class nll_loss:
    x = p.log()
    y = target + 1
    ell_n = F.nll_loss(x, target, w, reduction="none")


class cross_entropy:
    ell_n = F.cross_entropy(x, y, w, reduction="none", label_smoothing=varepsilon)
