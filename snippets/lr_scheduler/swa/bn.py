# --8<-- [start:surprise]
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_swa_avg_fn, update_bn

x = torch.tensor([[1.0], [3.0], [5.0], [7.0]])
model = nn.Sequential(nn.Linear(1, 1, bias=False), nn.BatchNorm1d(1, momentum=None))
averaged = AveragedModel(model)
for weight in (1.0, 5.0):
    nn.init.constant_(model[0].weight, weight)
    model[1].reset_running_stats()
    model(x)
    averaged.update_parameters(model)

averaged.eval()
print("weight      ", averaged.module[0].weight.item())
print("running_mean", averaged.module[1].running_mean.item())
print("output      ", [round(v, 2) for v in averaged(x).flatten().tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
update_bn([x], averaged)
print("running_mean", averaged.module[1].running_mean.item())
print("output      ", [round(v, 2) for v in averaged(x).flatten().tolist()])
# --8<-- [end:fix]

# --8<-- [start:average]
exact = [
    b.item() for b in (averaged.module[1].running_mean, averaged.module[1].running_var)
]
with_buffers = AveragedModel(model, avg_fn=get_swa_avg_fn(), use_buffers=True)
for weight in (1.0, 5.0):
    nn.init.constant_(model[0].weight, weight)
    model[1].reset_running_stats()
    model(x)
    with_buffers.update_parameters(model)
norm = with_buffers.module[1]
print(f"mean {norm.running_mean.item():.1f}, update_bn {exact[0]:.1f}")
print(f"variance {norm.running_var.item():.1f}, update_bn {exact[1]:.1f}")
# --8<-- [end:average]
