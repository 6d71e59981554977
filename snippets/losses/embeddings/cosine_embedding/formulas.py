"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import reduced

N, D = 6, 3
x = torch.randn(2, N, D)
y = torch.tensor([1, 1, 1, -1, -1, -1])
margin = Delta = 0.1
ell = reduced(F.cosine_embedding_loss, x[0], x[1], y, margin=margin)
ell_n = ell["none"]


def cos(x, y):
    return F.cosine_similarity(x, y, -1)
