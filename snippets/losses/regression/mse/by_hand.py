# --8<-- [start:errors]
import torch

input = torch.tensor([2.5, 0.0, 2.0], requires_grad=True)
target = torch.tensor([3.0, -1.0, 2.0])

error = input - target
print("x - y", error.tolist())
loss = error**2
print("(x - y)^2", loss.tolist())
# --8<-- [end:errors]

# --8<-- [start:reduction]
print("sum", loss.sum().item())
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    theirs = torch.nn.MSELoss(reduction=reduction)(input, target)
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    torch.testing.assert_close(ours, theirs)
# --8<-- [end:reduction]

# --8<-- [start:gradient]
loss.mean().backward()
print("gradient", [round(g, 4) for g in input.grad.tolist()])
torch.testing.assert_close(input.grad, 2 * error.detach() / 3)
# --8<-- [end:gradient]
