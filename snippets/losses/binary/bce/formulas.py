"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import gradient

x, y, w = torch.rand(3, 5)
ell_n = F.binary_cross_entropy(x, y, w, reduction="none")
d_ell_d_x = gradient(lambda x: F.binary_cross_entropy(x, y, w, reduction="none"), x)
