"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import random

import torch
import torch.nn.functional as F
from tests.support.bind import gradient

N, C = 4, 3
x = torch.randn(N, C)
p = x.softmax(1)
w = torch.rand(C)
varepsilon = random()


class formula_1:
    y = torch.rand(N, C).softmax(1)
    ell_n = F.cross_entropy(x, y, w, reduction="none", label_smoothing=varepsilon)
    options = {"target": y, "reduction": "sum", "label_smoothing": varepsilon}
    q = p - gradient(lambda x, o=options: F.cross_entropy(x, **o), x)  # it is p - q


class formula_2:
    y = torch.randint(1, C + 1, (N,))  # classes count from 1
    n_not_ignored = [1, 3, 4]
    ignored = torch.tensor([False, True, False, False])
    targets = {"indices": (y - 1).masked_fill(ignored, -100)}
    targets["probabilities"] = torch.rand(N, C).softmax(1)
    ell_n, ell_mean = {}, {}
    for label, target in targets.items():
        ell_n[label] = F.cross_entropy(x, target, w, reduction="none")
        ell_mean[label] = F.cross_entropy(x, target, w)
