# --8<-- [start:average]
import torch
from torch.optim import swa_utils

weights, decay = [1.0, 2.0, 6.0], 0.75
mean = ema = weights[0]
for n, weight in enumerate(weights[1:], start=1):
    mean = mean + (weight - mean) / (n + 1)
    ema = decay * ema + (1 - decay) * weight
    print(f"weight {weight}  mean {mean}  ema {ema}")
assert mean == sum(weights) / 3
# --8<-- [end:average]

# --8<-- [start:torch]
model = torch.nn.Linear(1, 1, bias=False)
swa_model = swa_utils.AveragedModel(model)
ema_model = swa_utils.AveragedModel(
    model, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(decay)
)
for weight in weights:
    torch.nn.init.constant_(model.weight, weight)
    swa_model.update_parameters(model)
    ema_model.update_parameters(model)
print("swa", swa_model.module.weight.item())
print("ema", ema_model.module.weight.item())
print("n_averaged", swa_model.n_averaged.item())
assert swa_model.module.weight.item() == mean
assert ema_model.module.weight.item() == ema
# --8<-- [end:torch]

# --8<-- [start:swalr]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = swa_utils.SWALR(
    optimizer, swa_lr=0.2, anneal_epochs=3, anneal_strategy="linear"
)
lrs = []
for t in range(5):
    tau = min(t / 3, 1)
    lrs += scheduler.get_last_lr()
    assert abs(lrs[-1] - ((1 - tau) * 0.8 + tau * 0.2)) < 1e-12
    optimizer.step()
    scheduler.step()
print("lr", *[f"{lr:.2f}" for lr in lrs])
# --8<-- [end:swalr]
