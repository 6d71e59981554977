import torch
from torch.nn import functional as F

x = torch.tensor([[2.0, 1.0, -3.0], [-1.0, 0.5, 2.0]], requires_grad=True)
y = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
weight = torch.tensor([1.0, 2.0, 0.5])
for w in (None, weight):
    soft = F.multilabel_soft_margin_loss(x, y, weight=w)
    bce = F.binary_cross_entropy_with_logits(x, y, weight=w)
    torch.testing.assert_close(soft, bce)
    (g_soft,), (g_bce,) = torch.autograd.grad(soft, x), torch.autograd.grad(bce, x)
    torch.testing.assert_close(g_soft, g_bce)
    print(f"{soft.item():.4f} {bce.item():.4f}")
