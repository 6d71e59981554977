# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def lrs_used(metrics, **options):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, **options)
    lrs = []
    for metric in metrics:
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step(metric)
    return lrs


accuracy = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
print(lrs_used(accuracy, patience=1))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(lrs_used(accuracy, patience=1, mode="max"))
# --8<-- [end:fix]

# --8<-- [start:negative]
log_likelihood = [-1.0, -0.95, -0.9, -0.85]
print("rel", lrs_used(log_likelihood, patience=0, threshold=0.1))
# --8<-- [end:negative]

# --8<-- [start:absolute]
absolute = {"threshold": 0.1, "threshold_mode": "abs"}
print("abs", lrs_used(log_likelihood, patience=0, **absolute))
# --8<-- [end:absolute]

# --8<-- [start:nan]
nan = float("nan")
print(lrs_used([1.0, nan, nan, nan, nan], patience=1))
# --8<-- [end:nan]

# --8<-- [start:spike]
spike = [1.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0]
print(lrs_used(spike, patience=2))
# --8<-- [end:spike]
