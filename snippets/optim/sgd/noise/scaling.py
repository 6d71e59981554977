# --8<-- [start:rule]
import torch
from torch import nn


def train(batch_size, lr, seed, samples=256, epochs=2):
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(samples, 4, generator=generator, device="cpu")
    noise = torch.randn(samples, generator=generator, device="cpu")
    y = x @ torch.tensor([1.0, -1.0, 2.0, 0.5], device="cpu") + noise
    w = torch.zeros(4, device="cpu", requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for _ in range(epochs):
        order = torch.randperm(samples, generator=generator, device="cpu")
        for batch in order.split(batch_size):
            optimizer.zero_grad()
            nn.functional.mse_loss(x[batch] @ w, y[batch]).backward()
            optimizer.step()
    return nn.functional.mse_loss(x @ w, y).item()


def over_seeds(batch_size, lr):
    losses = torch.tensor([train(batch_size, lr, s) for s in range(3)])
    return f"{losses.mean():8.3g} +- {losses.std():.2g}"


for factor in (1, 4, 16, 64):
    batch_size, lr = 4 * factor, 0.02 * factor
    print(f"B {batch_size:3} lr {lr:.2f}:", over_seeds(batch_size, lr))
# --8<-- [end:rule]

# --8<-- [start:same_lr]
for batch_size in (4, 16, 64, 256):
    print(f"B {batch_size:3} lr 0.02:", over_seeds(batch_size, 0.02))
# --8<-- [end:same_lr]
