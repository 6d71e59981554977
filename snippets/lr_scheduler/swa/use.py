# --8<-- [start:train]
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR
from torch.optim.swa_utils import SWALR, AveragedModel, update_bn

torch.manual_seed(0)
x = torch.randn(64, 3)
y = x.sum(dim=1, keepdim=True) + torch.randn(64, 1)
batches = list(zip(x.split(8), y.split(8), strict=True))
model = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.Linear(8, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
swa_model = AveragedModel(model)
scheduler = CosineAnnealingLR(optimizer, T_max=20)
swa_scheduler = SWALR(optimizer, swa_lr=0.05, anneal_epochs=2)

epochs, swa_start = 20, 15
for epoch in range(epochs):
    for data, labels in batches:
        optimizer.zero_grad()
        nn.functional.mse_loss(model(data), labels).backward()
        optimizer.step()
    if epoch < swa_start:
        scheduler.step()
    else:
        swa_model.update_parameters(model)
        swa_scheduler.step()
print("models in the average", swa_model.n_averaged.item())
# --8<-- [end:train]

# --8<-- [start:update_bn]
before = swa_model.module[1].running_mean.clone()
update_bn([data for data, _ in batches], swa_model)
after = swa_model.module[1].running_mean
assert not torch.allclose(before, after)
hidden = swa_model.module[0](x).mean(dim=0)
assert torch.allclose(after, hidden, atol=1e-5)
print("running_mean = mean of what the layer sees now")
# --8<-- [end:update_bn]
