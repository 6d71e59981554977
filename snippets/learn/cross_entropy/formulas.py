"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import gradient

N, C = 4, 3
x = torch.randn(N, C)
target = torch.randint(C, (N,))
y = target + 1  # classes count from 1
ell = F.cross_entropy(x, target, reduction="none")
L = ell.mean()
p = x.softmax(1)
d_L_d_x = gradient(lambda x: F.cross_entropy(x, target), x)


class formula_1:
    x = x[0]
    p = p[0]


class formula_2:
    x = x[0]
    p = p[0]
    y = y[0]
    ell = ell[0]


class options:
    w = torch.rand(C)
    L = F.cross_entropy(x, target, w)
    ell = F.cross_entropy(x, target, reduction="none")
