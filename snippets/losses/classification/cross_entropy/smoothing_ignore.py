import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1], [0.0, 3.0, 1.0]])
target = torch.tensor([0, -100, 2])
kept = target != -100
for weight in (None, torch.tensor([1.0, 2.0, 5.0])):
    for reduction in ("sum", "mean"):
        arguments = {"reduction": reduction, "label_smoothing": 0.1}
        loss = F.cross_entropy(logits, target, weight, **arguments)
        left = F.cross_entropy(logits[kept], target[kept], weight, **arguments)
        torch.testing.assert_close(loss, left)
        print(f"{reduction} {loss.item():.4f} {left.item():.4f}")
