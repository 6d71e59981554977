# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import ExponentialLR


def train(gamma, epochs):
    w = torch.tensor([5.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = ExponentialLR(optimizer, gamma)
    for _ in range(epochs):
        optimizer.zero_grad()
        w.abs().sum().backward()
        optimizer.step()
        scheduler.step()
    return w.item()


for epochs in (10, 100, 1000):
    print(f"{epochs:4} epochs  w {train(0.9, epochs):.3f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
gamma = 0.99
assert 0.1 / (1 - gamma) > 5
print("reached", abs(train(gamma, 100)) < 0.1)
# --8<-- [end:fix]
