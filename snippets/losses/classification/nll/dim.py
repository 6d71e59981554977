# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 第二行是第一行整体加 5，概率不变
# en: the second row is the first plus 5, which changes no probability
logits = torch.tensor([[2.0, 0.5, -1.0], [7.0, 5.5, 4.0]])
y = torch.tensor([0, 0])
for dim in (0, 1):
    x = logits.log_softmax(dim=dim)
    none = F.nll_loss(x, y, reduction="none")
    print(f"dim={dim}:", [round(v, 4) for v in none.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:why]
print([round(v, 4) for v in logits.softmax(dim=0).sum(dim=1).tolist()])
# --8<-- [end:why]
