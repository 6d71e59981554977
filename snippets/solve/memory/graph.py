# --8<-- [start:wrong]
import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks


class Kept:
    """A tensor that autograd keeps for backward()."""

    alive = 0

    def __init__(self, tensor):
        self.tensor = tensor.detach()
        Kept.alive += 1

    def __del__(self):
        Kept.alive -= 1


model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1))
x = torch.ones(16, 4)


def validate(value):
    total, alive = 0.0, []
    for _ in range(4):
        with saved_tensors_hooks(Kept, lambda kept: kept.tensor):
            loss = model(x).square().mean()
        total += value(loss)
        alive.append(Kept.alive)
    print(type(total).__name__, alive)


validate(lambda loss: loss)
# --8<-- [end:wrong]

# --8<-- [start:right]
validate(lambda loss: loss.item())
with torch.no_grad():
    validate(lambda loss: loss.item())
# --8<-- [end:right]
