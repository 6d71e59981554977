# --8<-- [start:surprise]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1))
good = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
bad = torch.tensor([[1.0, torch.nan], [3.0, 5.0]])

loss = model(bad).square().mean()
if torch.isfinite(loss):
    print("step")
print("weights", model[1].weight.isfinite().all().item())
print("running mean", model[0].running_mean.tolist())
model.eval()
print("loss, good batch", model(good).square().mean().item())
# --8<-- [end:surprise]

# --8<-- [start:fix]
model = nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
for batch in (good, bad, good):
    if not batch.isfinite().all():
        print("batch left out")
        continue
    loss = model(batch).square().mean()
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    if norm.isfinite():
        optimizer.step()
print("running mean", model[0].running_mean.isfinite().all().item())
# --8<-- [end:fix]
