# --8<-- [start:loss]
import torch

rate = torch.tensor([1.0, 2.0, 8.0])
input = rate.log().requires_grad_()
target = torch.tensor([0.0, 2.0, 5.0])

loss = input.exp() - target * input
print("none", [round(n, 4) for n in loss.tolist()])
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    theirs = torch.nn.PoissonNLLLoss(reduction=reduction)(input, target)
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    torch.testing.assert_close(ours, theirs)
# --8<-- [end:loss]

# --8<-- [start:gradient]
loss.sum().backward()
print("gradient", [round(g, 4) for g in input.grad.tolist()])
torch.testing.assert_close(input.grad, rate - target)
# --8<-- [end:gradient]

# --8<-- [start:rate]
rate.requires_grad_()
loss = torch.nn.PoissonNLLLoss(log_input=False, reduction="none")(rate, target)
loss.sum().backward()
print("none", [round(n, 4) for n in loss.tolist()])
print("gradient", [round(g, 4) for g in rate.grad.tolist()])
torch.testing.assert_close(rate.grad, 1 - target / rate.detach())
# --8<-- [end:rate]
