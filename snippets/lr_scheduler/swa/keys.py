# --8<-- [start:surprise]
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel

model = nn.Linear(2, 1)
averaged = AveragedModel(model)
averaged.update_parameters(model)
print(list(averaged.state_dict()))
try:
    model.load_state_dict(averaged.state_dict())
except RuntimeError as e:
    print(type(e).__name__)
# --8<-- [end:surprise]

# --8<-- [start:fix]
model.load_state_dict(averaged.module.state_dict())
assert torch.equal(model.weight, averaged.module.weight)
# --8<-- [end:fix]
