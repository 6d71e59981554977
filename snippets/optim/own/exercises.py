# --8<-- [start:first]
import torch

for scale in (1e-3, 1.0, 1e3):
    w = torch.tensor([0.0], requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1)
    w.grad = torch.full((1,), scale)
    optimizer.step()
    print(f"gradient {scale:g}: step {-w.item():.4f}")
# --8<-- [end:first]


# --8<-- [start:lion]
class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        defaults = {"lr": lr, "betas": betas, "weight_decay": weight_decay}
        super().__init__(params, defaults)

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            lr, (beta1, beta2) = group["lr"], group["betas"]
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                if not state:
                    state["exp_avg"] = torch.zeros_like(p)
                m = state["exp_avg"]
                direction = (beta1 * m + (1 - beta1) * p.grad).sign()
                p.mul_(1 - lr * group["weight_decay"]).sub_(lr * direction)
                m.mul_(beta2).add_((1 - beta2) * p.grad)
        return loss


w = torch.tensor([1.0, -1.0], requires_grad=True)
optimizer = Lion([w], lr=0.1)
for g in ([3.0, 0.01], [-1.0, 0.01], [-9.0, 0.0]):
    w.grad = torch.tensor(g)
    optimizer.step()
    print([round(x, 4) for x in w.tolist()])
# --8<-- [end:lion]

# --8<-- [start:shared]
w = torch.tensor([1.0], requires_grad=True)
late = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.Adam([w, late], lr=0.1)
for t in range(10):
    w.grad = torch.ones(1)
    if t == 9:
        late.grad = torch.ones(1)
    optimizer.step()
for name, p in (("w", w), ("late", late)):
    print(name, "step", int(optimizer.state[p]["step"].item()))
print(f"late moved {1 - late.item():.4f}")
# --8<-- [end:shared]
