# --8<-- [start:surprise]
import torch
from torch.optim.swa_utils import SWALR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
swa_scheduler = SWALR(optimizer, swa_lr=0.05, anneal_epochs=0)
print("in epoch 0", optimizer.param_groups[0]["lr"])
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer = torch.optim.SGD([w], lr=0.8)
for epoch in range(4):
    if epoch == 2:
        swa_scheduler = SWALR(optimizer, swa_lr=0.05, anneal_epochs=0)
    print("in epoch", epoch, optimizer.param_groups[0]["lr"])
    optimizer.step()
# --8<-- [end:fix]
