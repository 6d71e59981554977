# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def used(done, epochs=2, iterations=4):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=1)
    for epoch in range(epochs):
        lrs = []
        for i in range(iterations):
            lrs.append(f"{optimizer.param_groups[0]['lr']:.3f}")
            optimizer.step()
            scheduler.step(epoch + done(i) / iterations)
        print(f"epoch {epoch}  lr", *lrs)


used(lambda i: i)
assert "epoch + i / iters" in CosineAnnealingWarmRestarts.step.__doc__
# --8<-- [end:surprise]

# --8<-- [start:fix]
used(lambda i: i + 1)
# --8<-- [end:fix]
