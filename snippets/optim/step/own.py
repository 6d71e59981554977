import torch

from optguide.optim import Optimizer


class SignSGD(Optimizer):
    def __init__(self, params, lr=1e-3):
        super().__init__(params, {"lr": lr})

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    p.add_(p.grad.sign(), alpha=-group["lr"])
        return loss


w = torch.tensor([1.0, -20.0], requires_grad=True)
optimizer = SignSGD([w], lr=0.1)
(w**2).sum().backward()
optimizer.step()
print("w", [round(v, 2) for v in w.tolist()])
