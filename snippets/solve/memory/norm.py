import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(8, 4)


def gradient(norm, parts):
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(4, 4), norm, nn.Linear(4, 1))
    for part in x.split(8 // parts):
        (model(part).square().mean() / parts).backward()
    return model[0].weight.grad


for make in (
    lambda: nn.BatchNorm1d(4),
    lambda: nn.LayerNorm(4),
    lambda: nn.GroupNorm(2, 4),
):
    full, parts = gradient(make(), 1), gradient(make(), 4)
    same = torch.allclose(full, parts, rtol=1e-3, atol=1e-5)
    print(type(make()).__name__, "- four parts give the same gradient:", same)
