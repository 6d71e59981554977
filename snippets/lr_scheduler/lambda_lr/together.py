# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR, MultiplicativeLR, StepLR


def run(*build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    schedulers = [b(optimizer) for b in build]
    lrs = []
    for _ in range(5):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
    print(*(f"{lr:.4f}" for lr in lrs))


run(
    lambda o: StepLR(o, step_size=2, gamma=0.1),
    lambda o: LambdaLR(o, lambda t: 0.5**t),
)
# --8<-- [end:surprise]

# --8<-- [start:fix]
run(
    lambda o: StepLR(o, step_size=2, gamma=0.1),
    lambda o: MultiplicativeLR(o, lambda _: 0.5),
)
# --8<-- [end:fix]
