# --8<-- [start:sweep]
import torch
from torch import nn
from torch.nn import functional as F

x = torch.tensor([[i % 2, i // 2 % 2, i // 4, 1.0] for i in range(8)])
y = torch.tensor([3, 1, 4, 1, 5, 9, 2, 6])


def last_loss(kind, lr, steps=200, **options):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = kind(model.parameters(), lr=lr, **options)
    for _ in range(steps):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()


for lr in (1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0):
    sgd = last_loss(torch.optim.SGD, lr)
    momentum = last_loss(torch.optim.SGD, lr, momentum=0.9)
    adam = last_loss(torch.optim.AdamW, lr)
    print(f"lr {lr:g}: SGD {sgd:.2f}, momentum {momentum:.2f}, AdamW {adam:.2f}")
# --8<-- [end:sweep]
