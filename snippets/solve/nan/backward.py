# --8<-- [start:surprise]
import warnings

import torch

x = torch.tensor([0.0, 4.0], requires_grad=True)
distance = x.square().sqrt()
distance.sum().backward()
print("loss", distance.sum().item(), "gradient", x.grad.tolist())
# --8<-- [end:surprise]

# --8<-- [start:anomaly]
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    try:
        with torch.autograd.detect_anomaly():
            x.square().sqrt().sum().backward()
    except RuntimeError as error:
        print(error)
# --8<-- [end:anomaly]

# --8<-- [start:where]
x.grad = None
safe = torch.where(x > 0, x.sqrt(), 0.0)
safe.sum().backward()
print("gradient", x.grad.tolist())
# --8<-- [end:where]

# --8<-- [start:fix]
x.grad = None
inside = torch.where(x > 0, x, 1.0)
torch.where(x > 0, inside.sqrt(), 0.0).sum().backward()
print("where, twice:", x.grad.tolist())

x.grad = None
(x.square() + 1e-12).sqrt().sum().backward()
print("with an epsilon:", x.grad.tolist())
# --8<-- [end:fix]
