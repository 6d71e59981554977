# --8<-- [start:class]
import torch


class Momentum(torch.optim.Optimizer):
    def __init__(self, params, lr=1e-3, momentum=0.9):
        if lr < 0:
            raise ValueError(f"lr must not be negative, got {lr}")
        if not 0 <= momentum < 1:
            raise ValueError(f"momentum must be in [0, 1), got {momentum}")
        super().__init__(params, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    self.update(p, group)
        return loss

    def update(self, p, group):
        state = self.state[p]
        if not state:
            state["buffer"] = torch.zeros_like(p)
        b = state["buffer"]
        b.mul_(group["momentum"]).add_(p.grad)
        p.sub_(group["lr"] * b)


# --8<-- [end:class]

# --8<-- [start:groups]
w = torch.tensor([1.0], requires_grad=True)
bias = torch.tensor([1.0], requires_grad=True)
optimizer = Momentum([{"params": [w]}, {"params": [bias], "lr": 0.5}], lr=0.1)
for group in optimizer.param_groups:
    print(group["lr"], group["momentum"])
# --8<-- [end:groups]

# --8<-- [start:state]
print("before", len(optimizer.state))
for _ in range(2):
    w.grad = torch.tensor([1.0])
    optimizer.step()
print(f"w {w.item():.2f}  buffer {optimizer.state[w]['buffer'].item():.2f}")
# zh: bias 没有梯度，没有被碰过，也没有状态
# en: bias has no gradient: it is not touched, and has no state
print(f"bias {bias.item():.2f}  in state: {bias in optimizer.state}")
# --8<-- [end:state]

# --8<-- [start:free]
saved = optimizer.state_dict()
print("saved", saved["state"])

scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
optimizer.step()
scheduler.step()
print("lr", scheduler.get_last_lr())

optimizer.zero_grad()
print("grad", w.grad)
# --8<-- [end:free]

# --8<-- [start:equal]
generator = torch.Generator().manual_seed(0)
start = torch.randn(3, 4, generator=generator)
ours, theirs = (start.clone().requires_grad_() for _ in range(2))
pair = (
    Momentum([ours], lr=0.05, momentum=0.8),
    torch.optim.SGD([theirs], lr=0.05, momentum=0.8, foreach=False),
)
for _ in range(100):
    for p, optimizer in zip((ours, theirs), pair, strict=True):
        optimizer.zero_grad()
        (p**4).sum().backward()
        optimizer.step()
torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-6)
print("100 steps equal to SGD with momentum, rtol 1e-5, atol 1e-6")
# --8<-- [end:equal]
