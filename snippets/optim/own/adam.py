# --8<-- [start:adam]
import torch


class Adam(torch.optim.Optimizer):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        if lr < 0 or eps < 0 or weight_decay < 0:
            raise ValueError("lr, eps and weight_decay must not be negative")
        if not all(0 <= beta < 1 for beta in betas):
            raise ValueError(f"betas must be in [0, 1), got {betas}")
        defaults = {"lr": lr, "betas": betas, "eps": eps}
        super().__init__(params, {**defaults, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    g = self.decay(p, p.grad, group)
                    self.update(p, g, group)
        return loss

    def decay(self, p, g, group):
        return g + group["weight_decay"] * p

    def update(self, p, g, group):
        state = self.state[p]
        if not state:
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(p)
            state["exp_avg_sq"] = torch.zeros_like(p)
        state["step"] += 1
        t, m, v = state["step"].item(), state["exp_avg"], state["exp_avg_sq"]
        beta1, beta2 = group["betas"]

        m.mul_(beta1).add_((1 - beta1) * g)
        v.mul_(beta2).add_((1 - beta2) * g * g)
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        p.sub_(group["lr"] * m_hat / (v_hat.sqrt() + group["eps"]))


# --8<-- [end:adam]


# --8<-- [start:adamw]
class AdamW(Adam):
    def decay(self, p, g, group):
        p.mul_(1 - group["lr"] * group["weight_decay"])
        return g


# --8<-- [end:adamw]


# --8<-- [start:equal]
def train(Optimizer, **options):
    generator = torch.Generator().manual_seed(0)
    kwargs = {"generator": generator, "dtype": torch.float64}
    params = [torch.randn(3, 2, **kwargs).requires_grad_() for _ in range(3)]
    groups = [{"params": params[:2]}, {"params": params[2:], "lr": 0.02}]
    optimizer = Optimizer(groups, lr=0.1, weight_decay=0.1, **options)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 50, gamma=0.5)
    for t in range(200):
        optimizer.zero_grad()
        for p in params:
            # zh: 第二个参数时有时无，梯度从第 3 步才开始
            # en: the second comes and goes; its first gradient is at step 3
            if p is not params[1] or t % 4 == 3:
                p.grad = torch.randn(3, 2, **kwargs)
        optimizer.step()
        scheduler.step()
    return params, optimizer


for ours, theirs in ((Adam, torch.optim.Adam), (AdamW, torch.optim.AdamW)):
    p, optimizer = train(ours)
    q, reference = train(theirs, foreach=False)
    torch.testing.assert_close(p, q, rtol=1e-9, atol=1e-12)
    for a, b in zip(p, q, strict=True):
        for key, value in reference.state[b].items():
            mine = optimizer.state[a][key]
            # zh: torch 的步数总在 CPU 上
            # en: torch keeps its count of steps on the CPU
            value = value.to(mine.device)
            torch.testing.assert_close(mine, value, rtol=1e-9, atol=1e-12)
    print(f"{ours.__name__}: 200 steps equal, rtol 1e-9, atol 1e-12")
# --8<-- [end:equal]

# --8<-- [start:exchange]
p, ours = train(Adam)
q, theirs = train(torch.optim.Adam, foreach=False)
saved = theirs.state_dict()
theirs.load_state_dict(ours.state_dict())
ours.load_state_dict(saved)
for optimizer, params in ((ours, p), (theirs, q)):
    for param in params:
        param.grad = torch.ones_like(param)
    optimizer.step()
torch.testing.assert_close(p, q, rtol=1e-9, atol=1e-12)
print("states exchanged, next step equal")
# --8<-- [end:exchange]
