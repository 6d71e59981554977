from itertools import pairwise

import torch
from torch.optim import SGD

h = torch.tensor([0.1, 10.0]).double()
theta = torch.ones(2).double().requires_grad_()
optimizer = SGD([theta], lr=0.05, momentum=0.9)
losses = []
for _ in range(301):
    loss = (h * theta**2).sum() / 2
    losses.append(loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
for step in (0, 2, 4, 10, 300):
    print(f"step {step:3}: loss {losses[step]:.2g}")
rises = sum(b > a for a, b in pairwise(losses[:101]))
print(f"rose in {rises} of the first 100 steps")
assert losses[-1] < 1e-9
