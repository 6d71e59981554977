# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 目标是 0，模型却越来越肯定地说“是”
# en: the target is 0, and the model says "yes", surer and surer
zero = torch.tensor([0.0])
for logit in (5.0, 20.0, 200.0):
    x = torch.tensor([logit], requires_grad=True)
    two_steps = F.binary_cross_entropy(x.sigmoid(), zero)
    one_call = F.binary_cross_entropy_with_logits(x, zero)
    print(f"logit {logit:g}")
    for name, loss in (("  two steps", two_steps), ("  one call", one_call)):
        (gradient,) = torch.autograd.grad(loss, x)
        print(f"{name}: {loss.item():.2f}, gradient {gradient.item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:why]
p = torch.tensor([5.0, 20.0]).sigmoid()
print([f"{v:.2e}" for v in (1 - p).tolist()])
assert p[1] == 1
# --8<-- [end:why]

# --8<-- [start:formula]
x = torch.tensor([-200.0, -3.0, 0.0, 3.0, 200.0])
y = torch.tensor([1.0, 0.0, 0.3, 1.0, 0.0])
# zh: 指数总是负的：exp 不会溢出，log1p 保住很小的数
# en: the exponent is never positive: exp cannot overflow, log1p keeps what is small
loss = x.clamp(min=0) - x * y + (-x.abs()).exp().log1p()
print([round(v, 4) for v in loss.tolist()])
torch.testing.assert_close(
    loss, F.binary_cross_entropy_with_logits(x, y, reduction="none")
)
# --8<-- [end:formula]
