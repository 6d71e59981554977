# --8<-- [start:errors]
import torch

input = torch.tensor([2.5, 0.0, 2.0], requires_grad=True)
target = torch.tensor([3.0, -0.5, 2.0])

error = input - target
print("x - y", error.tolist())
loss = error.abs()
print("|x - y|", loss.tolist())
# --8<-- [end:errors]

# --8<-- [start:reduction]
# zh: 三种归约：不归约、求和、求平均
# en: three reductions: none, the sum, the mean
print("none", loss.tolist())
print("sum", loss.sum().item())
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    theirs = torch.nn.L1Loss(reduction=reduction)(input, target)
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    assert torch.equal(ours, theirs)
# --8<-- [end:reduction]

# --8<-- [start:gradient]
loss.mean().backward()
print("gradient", [round(g, 4) for g in input.grad.tolist()])
# zh: 每个元素的梯度只看误差的符号，再除以元素个数
# en: the gradient of an element is the sign of its error over the number of elements
torch.testing.assert_close(input.grad, error.sign() / 3)
# --8<-- [end:gradient]
