# --8<-- [start:surprise]
import torch


class Forgot(torch.optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                p.sub_(group["lr"] * p.grad)


w = torch.tensor([1.0], requires_grad=True)
optimizer = Forgot([w], lr=0.1)
w.grad = torch.ones(1)
try:
    optimizer.step()
except RuntimeError as error:
    print(error)
# --8<-- [end:surprise]

# --8<-- [start:fix]
Forgot.step = torch.no_grad()(Forgot.step)
optimizer.step()
print(f"w {w.item():.1f}")
# --8<-- [end:fix]
