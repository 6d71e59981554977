"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F


def cross_entropy(x, y):
    return F.cross_entropy(x, torch.as_tensor(y))


N, C = 4, 3
outputs = torch.randn(N, C)
targets = torch.randint(C, (N,))
x = outputs[0]
y = targets[0] + 1  # classes count from 1
ell = F.l1_loss(x, F.one_hot(targets[0], C).double())


class formula_2:
    ell_i = F.cross_entropy(outputs, targets, reduction="none")
    L = F.cross_entropy(outputs, targets)


class formula_3:
    x = outputs
    y = targets
    theta = torch.randn(C, C)
    ell = cross_entropy

    def f_theta(x):
        return theta @ x.tanh()

    def L(theta):
        return F.cross_entropy(outputs.tanh() @ theta.T, targets)


theta = formula_3.theta
