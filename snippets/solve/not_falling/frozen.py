# --8<-- [start:surprise]
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = [nn.Linear(4, 4), nn.Linear(4, 4)]
        self.head = nn.Linear(4, 1)
        self.head.bias.requires_grad_(False)


model = Network()
for name, p in model.named_parameters():
    print(name, tuple(p.shape), "trainable" if p.requires_grad else "frozen")
# --8<-- [end:surprise]
