# --8<-- [start:surprise]
import textwrap

import torch
from torch import nn

w = torch.ones(2, requires_grad=True)
scaled = 0.01 * torch.ones(2, requires_grad=True)
model = nn.Linear(2, 1)
assert w.is_leaf
assert not scaled.is_leaf

for params in (w, [scaled], [model.parameters()]):
    try:
        torch.optim.SGD(params, lr=0.1)
    except (TypeError, ValueError) as e:
        message = str(e).partition(", but got")[0]
        print(textwrap.fill(f"{type(e).__name__}: {message}", 44))
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 先算好初值，最后才要求梯度
# en: compute the initial value first, ask for gradients last
scaled = (0.01 * torch.ones(2)).requires_grad_()
assert scaled.is_leaf
torch.optim.SGD([w, scaled, *model.parameters()], lr=0.1)
# --8<-- [end:fix]
