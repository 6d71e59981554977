# --8<-- [start:surprise]
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_swa_avg_fn, get_swa_multi_avg_fn

model = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
# zh: 在 GPU 上不用写，默认用的就是它
# en: on a GPU this function is the default
average = AveragedModel(model, multi_avg_fn=get_swa_multi_avg_fn(), use_buffers=True)
average.update_parameters(model)
try:
    average.update_parameters(model)
except RuntimeError as e:
    print("RuntimeError:", str(e).partition(",")[0])
# --8<-- [end:surprise]

# --8<-- [start:fix]
average = AveragedModel(model, avg_fn=get_swa_avg_fn(), use_buffers=True)
for _ in range(2):
    average.update_parameters(model)
print(average.n_averaged.item(), "models")
# --8<-- [end:fix]
