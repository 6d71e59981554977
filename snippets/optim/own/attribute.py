# --8<-- [start:surprise]
from copy import deepcopy

import torch


class Attribute(torch.optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})
        self.buffers = {}

    def buffer(self, p):
        return self.buffers.setdefault(p, torch.zeros_like(p))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                b = self.buffer(p).mul_(0.9).add_(p.grad)
                p.sub_(group["lr"] * b)


class State(Attribute):
    def buffer(self, p):
        return self.state[p].setdefault("buffer", torch.zeros_like(p))


def resume(Optimizer):
    w = torch.tensor([0.0], requires_grad=True)
    w.grad = torch.ones(1)
    optimizer = Optimizer([w], lr=0.1)
    for _ in range(3):
        optimizer.step()
    # zh: 存下参数和优化器，新建两者，再走一步
    # en: save parameter and optimizer, build both anew, one more step
    again = w.detach().clone().requires_grad_()
    again.grad = torch.ones(1)
    resumed = Optimizer([again], lr=0.1)
    resumed.load_state_dict(deepcopy(optimizer.state_dict()))
    optimizer.step()
    resumed.step()
    return w.item(), again.item()


print("attribute: {:.4f} resumed {:.4f}".format(*resume(Attribute)))
# --8<-- [end:surprise]

# --8<-- [start:fix]
went_on, resumed = resume(State)
print(f"state:     {went_on:.4f} resumed {resumed:.4f}")
assert went_on == resumed
# --8<-- [end:fix]
