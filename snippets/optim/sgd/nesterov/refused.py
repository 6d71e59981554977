import textwrap

import torch

from optguide.optim import SGD

w = torch.zeros(1, requires_grad=True)
refusals = []
for options in ({}, {"momentum": 0.9, "dampening": 0.1}):
    for cls in (torch.optim.SGD, SGD):
        try:
            cls([w], lr=0.1, nesterov=True, **options)
        except ValueError as e:
            refusals.append(f"{type(e).__name__}: {e}")
assert len(refusals) == 4
assert len(set(refusals)) == 1
print(textwrap.fill(refusals[0], 44))
