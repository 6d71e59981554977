# --8<-- [start:surprise]
import math

import torch
from torch import nn
from torch.nn import functional as F

from optguide.losses import soft_margin_loss

one = torch.tensor([1.0])
for score in (-80.0, -88.0, -89.0, -1000.0):
    x = torch.tensor([score], requires_grad=True)
    loss = nn.SoftMarginLoss()(x, one)
    (gradient,) = torch.autograd.grad(loss, x)
    print(f"{score:g}: loss {loss.item():g}, gradient {gradient.item():g}")
# --8<-- [end:surprise]

# --8<-- [start:why]
print([f"{v:.2g}" for v in torch.tensor([88.0, 89.0]).exp().tolist()])
for dtype in (torch.float32, torch.float16):
    print(dtype, f"{math.log(torch.finfo(dtype).max):.1f}")
# --8<-- [end:why]

# --8<-- [start:half]
x, one_half = torch.tensor([-12.0]).half(), one.half()
print("soft", F.soft_margin_loss(x, one_half).item())
print("bce", F.binary_cross_entropy_with_logits(x, one_half).item())
# --8<-- [end:half]

# --8<-- [start:step]
# zh: 两个样本共用一个权重；只有第二个错得离谱
# en: two samples share one weight; only the second is far off
w = torch.tensor([1.0], requires_grad=True)
feature, target = torch.tensor([2.0, -100.0]), torch.tensor([1.0, 1.0])
optimizer = torch.optim.SGD([w], lr=0.01)
nn.SoftMarginLoss()(w * feature, target).backward()
optimizer.step()
print("w", w.item())
# --8<-- [end:step]

# --8<-- [start:fix]
for score in (-80.0, -89.0, -1000.0):
    x = torch.tensor([score], requires_grad=True)
    loss = nn.BCEWithLogitsLoss()(x, (one + 1) / 2)
    torch.testing.assert_close(loss, F.softplus(-one * x).mean())
    torch.testing.assert_close(loss, soft_margin_loss(x, one))
    (gradient,) = torch.autograd.grad(loss, x)
    print(f"{score:g}: loss {loss.item():g}, gradient {gradient.item():g}")
# --8<-- [end:fix]

# --8<-- [start:small]
# zh: 另一头没有问题：很小的损失没有丢
# en: the other end is fine: a small loss is not lost
x = torch.tensor([20.0])
naive = (1 + (-x).exp()).log()
print(f"naive {naive.item():.3g}, torch {F.soft_margin_loss(x, one).item():.3g}")
# --8<-- [end:small]
