# --8<-- [start:surprise]
import torch
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2), nn.Linear(2, 2)]
        self.scale = torch.ones(1, requires_grad=True)


print([name for name, _ in Network().named_parameters()])
# --8<-- [end:surprise]


# --8<-- [start:fix]
class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2)])
        self.scale = nn.Parameter(torch.ones(1))


print([name for name, _ in Network().named_parameters()])
# --8<-- [end:fix]
