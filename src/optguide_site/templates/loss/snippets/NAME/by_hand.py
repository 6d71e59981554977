# --8<-- [start:formula]
import torch

from optguide.losses import FUNCTION

input = torch.tensor([0.5, 2.0, 1.0], requires_grad=True)
target = torch.tensor([0.0, -1.0, 2.0])

error = input - target
print("x - y", error.tolist())
# zh: TODO：换成这个损失的公式
# en: TODO: the formula of this loss
loss = error**2
print("none", [round(number, 4) for number in loss.tolist()])
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    torch.testing.assert_close(ours, FUNCTION(input, target, reduction=reduction))
# --8<-- [end:formula]

# --8<-- [start:gradient]
loss.sum().backward()
print("gradient", [round(number, 4) for number in input.grad.tolist()])
# zh: TODO：换成这个损失的导数
# en: TODO: the derivative of this loss
torch.testing.assert_close(input.grad, 2 * error.detach())
# --8<-- [end:gradient]
