import weakref

import torch

for set_to_none in (False, True):
    w = torch.ones(1000, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    w.sum().backward()
    gradient = weakref.ref(w.grad)
    optimizer.zero_grad(set_to_none=set_to_none)
    print(set_to_none, "- memory of the gradient is free:", gradient() is None)
