"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
from optguide.losses import FUNCTION
from tests.support.bind import reduced

N = 5
x, y = torch.randn(2, N)
ell_n = FUNCTION(x, y, reduction="none")


def ell(x, y):
    return reduced(FUNCTION, x, y)
