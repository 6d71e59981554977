# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[200.0, 0.0]], requires_grad=True)
one_hot = torch.tensor([[1.0, 0.0]])
loss = -(one_hot * logits.softmax(dim=1).log()).sum()
print(loss.item())
# --8<-- [end:surprise]

# --8<-- [start:why]
print(logits.softmax(dim=1).tolist())
print(logits.softmax(dim=1).log().tolist())
# --8<-- [end:why]

# --8<-- [start:fix]
for target in (0, 1):
    print(F.cross_entropy(logits, torch.tensor([target])).item())
# --8<-- [end:fix]
