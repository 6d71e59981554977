# --8<-- [start:surprise]
import torch

x, y = torch.zeros(3), torch.ones(3)
raw = torch.tensor([0.5, -0.1, -3.0])
loss = torch.nn.GaussianNLLLoss()
try:
    loss(x, y, raw)
except ValueError as e:
    print(type(e).__name__, e)
# --8<-- [end:surprise]

# --8<-- [start:fix]
for positive in (torch.exp, torch.nn.functional.softplus):
    var = positive(raw)
    print(positive.__name__, [round(v, 4) for v in var.tolist()])
    assert loss(x, y, var).isfinite()
# --8<-- [end:fix]
