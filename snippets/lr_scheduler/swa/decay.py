# --8<-- [start:surprise]
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


def ema_after(steps, decay, first):
    model = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(model.weight, 10.0)
    ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay))
    if first:
        ema.update_parameters(model)
    # zh: 一步就训练好了
    # en: trained after one step
    torch.nn.init.constant_(model.weight, 0.0)
    for _ in range(steps):
        ema.update_parameters(model)
    return ema.module.weight.item()


print(f"decay 0.999,  100 steps: {ema_after(100, 0.999, first=True):.2f}")
print(f"decay 0.999, 5000 steps: {ema_after(5000, 0.999, first=True):.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"decay 0.9,    100 steps: {ema_after(100, 0.9, first=True):.2f}")
print(f"started late, 100 steps: {ema_after(100, 0.999, first=False):.2f}")
# --8<-- [end:fix]
