"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
import torch.nn.functional as F

a_i, p_i, n_i = torch.randn(3, 6, 3)
margin = Delta = uniform(0.5, 2)
d = torch.nn.PairwiseDistance()
ell_i = F.triplet_margin_with_distance_loss(
    a_i, p_i, n_i, distance_function=d, margin=margin, reduction="none"
)


class triplet_margin_with_distance_loss:
    ell_n, a_n, p_n, n_n = ell_i, a_i, p_i, n_i
