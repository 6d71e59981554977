# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 目标全是 1，概率一个比一个小
# en: all targets are 1, the probabilities smaller and smaller
x = torch.tensor([1e-2, 1e-10, 1e-30, 0.0], requires_grad=True)
loss = F.binary_cross_entropy(x, torch.ones(4), reduction="none")
loss.sum().backward()
for p, value, g in zip(x.tolist(), loss.tolist(), x.grad.tolist(), strict=True):
    print(f"p {p:g}: loss {value:.2f}, gradient {g:.1e}")
# --8<-- [end:surprise]

# --8<-- [start:chain]
# zh: sigmoid 的导数是 p(1 - p)，约掉的正是分母，除非分母已被截住
# en: the sigmoid's derivative p(1 - p) cancels the divisor, unless that was bounded
logit = torch.tensor([-5.0, -20.0, -40.0, -200.0], requires_grad=True)
F.binary_cross_entropy(logit.sigmoid(), torch.ones(4), reduction="sum").backward()
print("BCELoss", [f"{g:.0e}" for g in logit.grad.abs().tolist()])

logit.grad = None
F.binary_cross_entropy_with_logits(logit, torch.ones(4), reduction="sum").backward()
print("logits ", [f"{g:.0e}" for g in logit.grad.abs().tolist()])
# --8<-- [end:chain]

# --8<-- [start:half]
# zh: 目标是 1：一次全错，一次全对
# en: the target is 1: once all wrong, once all right
for p in (0.0, 1.0):
    x = torch.tensor([p], dtype=torch.float16, requires_grad=True)
    loss = torch.nn.functional.binary_cross_entropy(x, torch.ones_like(x))
    (gradient,) = torch.autograd.grad(loss, x)
    print(f"float16, x {p:g}: loss {loss.item():g}, gradient {gradient.item():g}")
# --8<-- [end:half]
