# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import OneCycleLR

epochs, iterations = 5, 100


def largest_and_last(per_iteration, **arguments):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = OneCycleLR(optimizer, max_lr=1.0, **arguments)
    lrs = []
    for _ in range(epochs):
        for _ in range(iterations):
            lrs += scheduler.get_last_lr()
            optimizer.step()
            if per_iteration:
                scheduler.step()
        if not per_iteration:
            scheduler.step()
    return f"largest {max(lrs):.4f}  last {lrs[-1]:.4f}"


length = {"epochs": epochs, "steps_per_epoch": iterations}
print(largest_and_last(per_iteration=False, **length))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(largest_and_last(per_iteration=True, **length))
# --8<-- [end:fix]
