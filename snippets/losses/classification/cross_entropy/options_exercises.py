# --8<-- [start:scale]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]])
target = torch.tensor([0, 2])
one_hot = F.one_hot(target, num_classes=3).float()
for name, y in (("indices", target), ("one-hot", one_hot)):
    for w in (1.0, 5.0):
        loss = F.cross_entropy(logits, y, torch.full((3,), w))
        print(f"{name}, all weights {w:g}: {loss.item():.4f}")
# --8<-- [end:scale]

# --8<-- [start:all_ignored]
ignored = torch.tensor([-100, -100])
for reduction in ("mean", "sum"):
    loss = F.cross_entropy(logits, ignored, reduction=reduction, label_smoothing=0.1)
    print(reduction, loss.item())
# --8<-- [end:all_ignored]

# --8<-- [start:share]
weight = torch.tensor([1.0, 20.0])
for eps in (0.09, 0.1):
    share = weight * torch.tensor([1 - eps / 2, eps / 2])
    best = share / share.sum()
    print(f"eps {eps}: best p", [round(v, 3) for v in best.tolist()])
# --8<-- [end:share]
