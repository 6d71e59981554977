# --8<-- [start:class]
import torch


class Plain:
    def __init__(self, params, lr):
        self.params = list(params)
        self.lr = lr

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.sub_(self.lr * p.grad)


# --8<-- [end:class]

# --8<-- [start:works]
w = torch.tensor([4.0], requires_grad=True)
optimizer = Plain([w], lr=0.25)
for _ in range(3):
    optimizer.zero_grad()
    (w**2).sum().backward()
    optimizer.step()
    print("w", w.item())
# --8<-- [end:works]

# --8<-- [start:lacks]
try:
    torch.optim.lr_scheduler.StepLR(optimizer, step_size=10)
except TypeError as error:
    print(error)
for name in ("param_groups", "state", "state_dict"):
    print(name, hasattr(optimizer, name))
# --8<-- [end:lacks]
