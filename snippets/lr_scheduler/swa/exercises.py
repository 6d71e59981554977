# --8<-- [start:half]
import torch
from torch.optim.swa_utils import AveragedModel

steps = next(n for n in range(10_000) if 0.999**n < 0.5)
print("steps", steps)
# --8<-- [end:half]


# --8<-- [start:own]
def warm_ema(averaged, current, num_averaged):
    decay = torch.clamp((1 + num_averaged) / (10 + num_averaged), max=0.999)
    return decay * averaged + (1 - decay) * current


model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.constant_(model.weight, 10.0)
ema = AveragedModel(model, avg_fn=warm_ema)
ema.update_parameters(model)
torch.nn.init.constant_(model.weight, 0.0)
for _ in range(100):
    ema.update_parameters(model)
print(f"{ema.module.weight.item():.4f}")
# --8<-- [end:own]
