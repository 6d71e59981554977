# --8<-- [start:surprise]
import torch
from torch import nn

weight = nn.Parameter(torch.ones(3))
frozen = torch.tensor([False, True, True])
weight.register_hook(lambda grad: grad.masked_fill(frozen, 0.0))
optimizer = torch.optim.AdamW([weight], lr=0.1)
weight.sum().backward()
optimizer.step()
print([round(w, 4) for w in weight.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
weight = nn.Parameter(torch.ones(3))
kept = weight.detach().clone()
optimizer = torch.optim.AdamW([weight], lr=0.1)
weight.sum().backward()
optimizer.step()
with torch.no_grad():
    weight[frozen] = kept[frozen]
print([round(w, 4) for w in weight.tolist()])
# --8<-- [end:fix]
