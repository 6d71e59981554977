"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
import torch.nn.functional as F
from tests.support.bind import one_of, reduced

N, D = 5, 3
a_i, p_i, n_i = torch.randn(3, N, D)
margin = Delta = uniform(0.5, 2)
p, eps = one_of(1, 2, 3), 0.1
ell = reduced(F.triplet_margin_loss, a_i, p_i, n_i, margin=margin, p=p, eps=eps)
ell_i = ell["none"]
d = torch.nn.PairwiseDistance(p, eps)


class formula_2:
    x, y = torch.randn(2, D)


class triplet_margin_loss:
    x, y = torch.randn(2, D)
    ell_n, a_n, p_n, n_n = ell_i, a_i, p_i, n_i


class triplet_margin_with_distance_loss:
    ell_n, a_n, p_n, n_n = ell_i, a_i, p_i, n_i
