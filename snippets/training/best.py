# --8<-- [start:surprise]
import copy

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(4, 3)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
data, labels = torch.randn(6, 4), torch.tensor([0, 1, 2, 0, 1, 2])

best = model.state_dict()
kept = copy.deepcopy(model.state_dict())
old = model.weight.detach().clone()

nn.functional.cross_entropy(model(data), labels).backward()
optimizer.step()
print("state_dict() kept the old weight:", torch.equal(best["weight"], old))
assert torch.equal(best["weight"], model.weight)
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("deepcopy kept the old weight:", torch.equal(kept["weight"], old))
model.load_state_dict(kept)
assert torch.equal(model.weight, old)
# --8<-- [end:fix]
