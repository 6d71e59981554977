"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch

gamma = [0.1, 0.03]
parameters = [torch.randn(3).requires_grad_() for _ in gamma]
optimizer = torch.optim.SGD(
    [{"params": [p], "lr": lr} for p, lr in zip(parameters, gamma, strict=True)]
)
for p in parameters:
    p.grad = torch.randn(3)
g = [p.grad for p in parameters]
before = [p.detach().clone() for p in parameters]
optimizer.step()
theta = [[b, p.detach()] for b, p in zip(before, parameters, strict=True)]
