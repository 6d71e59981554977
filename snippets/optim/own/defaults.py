# --8<-- [start:surprise]
import torch


class Defaults(torch.optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    def lr(self, group):
        return self.defaults["lr"]

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                p.sub_(self.lr(group) * p.grad)


class Group(Defaults):
    def lr(self, group):
        return group["lr"]


def halved(Optimizer):
    w = torch.tensor([0.0], requires_grad=True)
    w.grad = torch.ones(1)
    optimizer = Optimizer([w], lr=1.0)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    for _ in range(3):
        optimizer.step()
        scheduler.step()
    return w.item()


print("defaults", halved(Defaults))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("group   ", halved(Group))
# --8<-- [end:fix]
