import torch

from optguide.optim import SGD

theta = torch.zeros(1, requires_grad=True)
defaults = torch.optim.SGD([theta]).defaults
for name, value in defaults.items():
    print(f"{name}={value}")
assert SGD([theta]).defaults == defaults
