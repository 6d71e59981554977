import torch
from torch import nn

# zh: 正确的是第 0 类：领先得越来越多
# en: class 0 is right, and further and further ahead
y = torch.tensor([0])
for score in (0.5, 1.5, 4.0):
    x = torch.tensor([[score, 0.0, 0.0]], requires_grad=True)
    margin, cross = nn.MultiMarginLoss()(x, y), nn.CrossEntropyLoss()(x, y)
    (g_margin,) = torch.autograd.grad(margin, x)
    (g_cross,) = torch.autograd.grad(cross, x)
    pull = f"margin {g_margin[0, 0].abs():.4f}, cross {g_cross[0, 0].abs():.4f}"
    print(f"{score}: {pull}")
