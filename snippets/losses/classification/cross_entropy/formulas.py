"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

N, C = 4, 3
x = torch.randn(N, C)
y = torch.rand(N, C).softmax(1)
w = torch.rand(C)
varepsilon = torch.rand(())
p = x.softmax(1)
q = torch.lerp(y, torch.full_like(y, 1 / C), varepsilon)
ell_n = F.cross_entropy(x, y, w, reduction="none", label_smoothing=varepsilon.item())
softmax = torch.nn.Softmax(-1)
target = torch.randint(C, (N,))
ignored = target.clone()
ignored[1] = -100


class formula_3:
    y = target + 1  # classes count from 1
    ell_n = F.cross_entropy(x, target, w, reduction="none")


class nll_loss:
    x = p.log()
    y = target + 1
    ell_n = F.nll_loss(x, target, w, reduction="none")


class formula_4:
    y = ignored + 1
    n_not_ignored = [n + 1 for n in range(N) if ignored[n] >= 0]
    targets = {"indices": ignored, "probabilities": torch.rand(N, C)}
    ell_n = {}
    ell_mean = {}
    for label in targets:
        ell_n[label] = F.cross_entropy(x, targets[label], w, reduction="none")
        ell_mean[label] = F.cross_entropy(x, targets[label], w)


class log_sum_exp:
    x = x[0]
    m = x.max()
