# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CyclicLR

epochs, iterations = 10, 200


def largest_lr(per_iteration, **arguments):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = CyclicLR(optimizer, 0.01, 0.1, **arguments)
    lrs = []
    for _ in range(epochs):
        for _ in range(iterations):
            lrs += scheduler.get_last_lr()
            optimizer.step()
            if per_iteration:
                scheduler.step()
        if not per_iteration:
            scheduler.step()
    return f"{max(lrs):.4f}"


print(largest_lr(per_iteration=False))
# --8<-- [end:surprise]

# --8<-- [start:fix]
two_epochs = 2 * iterations
print(largest_lr(per_iteration=True, step_size_up=two_epochs))
# --8<-- [end:fix]
