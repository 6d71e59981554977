"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

N, C = 5, 3
x, A, b = torch.randn(N, 4), torch.randn(C, 4), torch.randn(C)
y = torch.randint(C, (N,))
ell_n = F.linear_cross_entropy(x, A, y, linear_bias=b, reduction="none")
B = [None, [1, 2], [3, 4], [5]]


def cross_entropy(x, y):
    return F.cross_entropy(x, torch.as_tensor(y))
