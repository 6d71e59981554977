# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import PolynomialLR

epochs, iterations = 3, 4


def train(**arguments):
    w = torch.tensor([5.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = PolynomialLR(optimizer, **arguments)
    for epoch in range(epochs):
        for _ in range(iterations):
            optimizer.zero_grad()
            w.sum().backward()
            optimizer.step()
            scheduler.step()
        (lr,) = scheduler.get_last_lr()
        print(f"epoch {epoch}  w {w.item():.2f}  lr {lr:.3f}")


train()
# --8<-- [end:surprise]

# --8<-- [start:fix]
train(total_iters=epochs * iterations)
# --8<-- [end:fix]
