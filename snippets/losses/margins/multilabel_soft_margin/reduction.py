# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

x = torch.tensor([[2.0, 1.0, -3.0], [-1.0, 0.5, 2.0]])
y = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
for reduction in ("mean", "sum", "none"):
    soft = F.multilabel_soft_margin_loss(x, y, reduction=reduction)
    bce = F.binary_cross_entropy_with_logits(x, y, reduction=reduction)
    print(reduction, tuple(soft.shape), tuple(bce.shape))
    if reduction != "none":
        print(f"  {soft.item():.4f} {bce.item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 想知道每一题的损失，用 BCEWithLogitsLoss
# en: for the loss of each question, take BCEWithLogitsLoss
none = F.binary_cross_entropy_with_logits(x, y, reduction="none")
soft = F.multilabel_soft_margin_loss(x, y, reduction="none")
torch.testing.assert_close(none.mean(dim=1), soft)
print([round(v, 4) for v in none.mean(dim=0).tolist()])
# --8<-- [end:fix]
