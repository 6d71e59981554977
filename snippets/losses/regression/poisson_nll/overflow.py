# --8<-- [start:surprise]
import torch

target = torch.full((4,), 5.0)
x = torch.tensor([2.0, 10.0, 50.0, 100.0], requires_grad=True)
loss = torch.nn.PoissonNLLLoss(reduction="none")(x, target)
loss.sum().backward()
print("loss", [f"{n:.4g}" for n in loss.tolist()])
print("gradient", [f"{g:.4g}" for g in x.grad.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
x.grad = None
rate = torch.nn.functional.softplus(x)
loss = torch.nn.PoissonNLLLoss(log_input=False, reduction="none")(rate, target)
loss.sum().backward()
print("loss", [f"{n:.4g}" for n in loss.tolist()])
print("gradient", [f"{g:.4g}" for g in x.grad.tolist()])
# --8<-- [end:fix]
