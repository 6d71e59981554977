# --8<-- [start:pieces]
import torch

input = torch.tensor([0.5, 2.0, 1.0], requires_grad=True)
target = torch.tensor([0.0, -1.0, 2.0])
delta = 1.0

error = input - target
print("x - y", error.tolist())
quadratic = 0.5 * error**2
print("quadratic", quadratic.tolist())
linear = delta * (error.abs() - 0.5 * delta)
print("linear", linear.tolist())
# --8<-- [end:pieces]

# --8<-- [start:choice]
loss = torch.where(error.abs() < delta, quadratic, linear)
print("none", loss.tolist())
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    theirs = torch.nn.HuberLoss(reduction=reduction, delta=delta)(input, target)
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    torch.testing.assert_close(ours, theirs)
# --8<-- [end:choice]

# --8<-- [start:gradient]
loss.sum().backward()
print("gradient", input.grad.tolist())
torch.testing.assert_close(input.grad, error.detach().clamp(-delta, delta))
# --8<-- [end:gradient]
