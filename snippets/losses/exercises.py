# --8<-- [start:accuracy]
import math

import torch
from torch import nn

target = torch.tensor([0, 0, 0])
# zh: a：三个样本都只对一点点；b：两个很有把握，一个略错
# en: a: all three barely right; b: two with confidence, one slightly wrong
a = torch.tensor([[0.1, 0.0], [0.1, 0.0], [0.1, 0.0]])
b = torch.tensor([[5.0, 0.0], [5.0, 0.0], [0.0, 0.1]])
for name, logits in (("a", a), ("b", b)):
    loss = nn.CrossEntropyLoss()(logits, target)
    accuracy = (logits.argmax(dim=1) == target).double().mean()
    print(f"{name}: loss {loss.item():.3f}, accuracy {accuracy.item():.3f}")
# --8<-- [end:accuracy]


# --8<-- [start:own]
class LogCoshLoss(nn.Module):
    def forward(self, input, target):
        error = input - target
        # zh: log cosh e = e + log(1 + exp(-2e)) - log 2，不会溢出
        # en: log cosh e = e + log(1 + exp(-2e)) - log 2, which never overflows
        return (error + nn.functional.softplus(-2 * error) - math.log(2)).mean()


input = torch.tensor([2.5, 0.0, 2.0], requires_grad=True)
target = torch.tensor([3.0, -0.5, 2.0])
loss = LogCoshLoss()(input, target)
loss.backward()
print(f"{loss.item():.4f}", [round(g, 4) for g in input.grad.tolist()])
torch.testing.assert_close(input.grad, (input - target).tanh() / 3)

# zh: 误差为 100：照公式直接写，cosh 在 float32 里已经溢出
# en: an error of 100: written as in the formula, cosh overflows in float32
error = torch.tensor([100.0], requires_grad=True)
for name, loss in (
    ("cosh().log()", error.cosh().log().mean()),
    ("LogCoshLoss", LogCoshLoss()(error, torch.zeros(1))),
):
    (gradient,) = torch.autograd.grad(loss, error)
    print(f"{name}: {loss.item():.4f}, gradient {gradient.item():.4f}")
# --8<-- [end:own]
