# --8<-- [start:surprise]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 3))
norm = model[1]
data = torch.randn(6, 4)


@torch.no_grad()
def look():
    before = norm.running_mean.clone()
    whole = model(data)
    halves = torch.cat([model(data[:3]), model(data[3:])])
    moved = not torch.equal(before, norm.running_mean)
    print("outputs depend on the batch:", not torch.allclose(whole, halves))
    print("looking moved running_mean:", moved)


look()
# --8<-- [end:surprise]

# --8<-- [start:fix]
model.eval()
look()
# --8<-- [end:fix]
