# --8<-- [start:wrong]
import torch
from torch import nn


def build(extra):
    layers = [nn.Linear(3, 3)]
    if extra:
        layers.append(nn.Linear(3, 3))
    layers.append(nn.Linear(3, 2))
    return nn.Sequential(*layers)


def compare(make):
    one, two = make(extra=False), make(extra=True)
    first = torch.equal(one[0].weight, two[0].weight)
    last = torch.equal(one[-1].weight, two[-1].weight)
    print("first layer equal:", first, "| last layer equal:", last)


def shared_stream(extra):
    torch.manual_seed(0)
    return build(extra)


compare(shared_stream)
# --8<-- [end:wrong]


# --8<-- [start:right]
def stream_per_layer(extra):
    model = build(extra)
    torch.manual_seed(1)
    model[0].reset_parameters()
    torch.manual_seed(2)
    model[-1].reset_parameters()
    return model


compare(stream_per_layer)
# --8<-- [end:right]
