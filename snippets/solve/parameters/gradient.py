# --8<-- [start:leaf]
import warnings

import torch

weight = torch.ones(2, requires_grad=True)
product = weight * 2
product.sum().backward()
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print("weight", weight.grad, "product", product.grad)
# --8<-- [end:leaf]

# --8<-- [start:moved]
weight = torch.ones(2, requires_grad=True).double()
print("leaf", weight.is_leaf)
try:
    torch.optim.SGD([weight], lr=0.1)
except ValueError as error:
    print(error)
# --8<-- [end:moved]

# --8<-- [start:fix]
weight = torch.ones(2, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1)
print("leaf", weight.is_leaf)
# --8<-- [end:fix]
