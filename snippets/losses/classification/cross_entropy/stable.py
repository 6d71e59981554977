# --8<-- [start:inf]
import torch
from torch.nn import functional as F

logits = torch.tensor([[0.0, 200.0]], requires_grad=True)
target = torch.tensor([0])

three_steps = F.nll_loss(logits.softmax(dim=1).log(), target)
one_call = F.cross_entropy(logits, target)
for loss in (three_steps, one_call):
    (gradient,) = torch.autograd.grad(loss, logits)
    print(loss.item(), gradient.tolist())
# --8<-- [end:inf]

# --8<-- [start:why]
p = logits.detach().softmax(dim=1)
print(p.tolist(), p.log().tolist())
# --8<-- [end:why]

# --8<-- [start:log_sum_exp]
x = torch.tensor([1000.0, 999.0, 998.0])
print("direct", x.exp().sum().log().item())
# zh: 先减去最大值：最大的一项变成 exp(0) = 1，不会溢出
# en: subtract the maximum first: the largest term becomes exp(0) = 1 and cannot overflow
m = x.max()
print(f"shifted {(m + (x - m).exp().sum().log()).item():.2f}")
torch.testing.assert_close(m + (x - m).exp().sum().log(), x.logsumexp(dim=0))

loss = F.cross_entropy(x, torch.tensor(1))
torch.testing.assert_close(loss, -x[1] + x.logsumexp(dim=0), rtol=1e-4, atol=1e-4)
# --8<-- [end:log_sum_exp]

# --8<-- [start:zero]
# zh: 正确类别的 logit 比另一个高出 16 或 17
# en: the logit of the correct class is ahead by 16 or 17
for dtype in (torch.float32, torch.float64):
    for lead in (16.0, 17.0):
        x = torch.tensor([lead, 0.0], dtype=dtype, requires_grad=True)
        loss = F.cross_entropy(x, torch.tensor(0))
        loss.backward()
        print(dtype, f"{lead:g}: {loss.item():.2g}, gradient {x.grad[0].item():.2g}")
# --8<-- [end:zero]
