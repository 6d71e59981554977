"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader

gamma = uniform(0.01, 0.1)
data = torch.randn(6, 2)
B = [None, *DataLoader(range(1, 7), 4, shuffle=True, collate_fn=tuple)]
ell_i = [None, *(lambda theta, a=a: F.softplus(theta @ a) for a in data)]
f_t = [
    None,
    *(
        lambda theta, b=b: F.softplus(data[[i - 1 for i in b]] @ theta).mean()
        for b in B[1:]
    ),
]
theta = torch.randn(2)
parameter = torch.randn(2).requires_grad_()
optimizer = torch.optim.SGD([parameter], lr=gamma)
theta_t = [parameter.detach().clone()]
for batch in B[1:]:
    optimizer.zero_grad()
    F.softplus(data[[i - 1 for i in batch]] @ parameter).mean().backward()
    optimizer.step()
    theta_t.append(parameter.detach().clone())
