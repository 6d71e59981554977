# --8<-- [start:loss]
import torch

input = torch.tensor([1.0, 1.0, 1.0], requires_grad=True)
target = torch.tensor([2.0, 2.0, 0.5])
var = torch.tensor([1.0, 4.0, 0.125], requires_grad=True)

squared = (input - target) ** 2
print("(x - y)^2", squared.tolist())
loss = 0.5 * (var.log() + squared / var)
print("none", [round(n, 4) for n in loss.tolist()])
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    theirs = torch.nn.GaussianNLLLoss(reduction=reduction)(input, target, var)
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    torch.testing.assert_close(ours, theirs)
# --8<-- [end:loss]

# --8<-- [start:gradient]
loss.sum().backward()
print("by input", [round(g, 4) for g in input.grad.tolist()])
print("by var", [round(g, 4) for g in var.grad.tolist()])
# --8<-- [end:gradient]

# --8<-- [start:full]
theirs = torch.nn.GaussianNLLLoss(full=True, reduction="none")(input, target, var)
normal = torch.distributions.Normal(input, var.sqrt())
torch.testing.assert_close(theirs, -normal.log_prob(target))
print("full - loss", [round(d, 4) for d in (theirs - loss).tolist()])
# --8<-- [end:full]
