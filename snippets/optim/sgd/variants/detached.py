# --8<-- [start:surprise]
import torch


def by_start(momentum, steps=1, lr=0.1):
    # zh: 一步之后的 w 对起点的导数；曲率为 4，应当是 1 - 4 lr
    # en: derivative of w after a step by its start; curvature 4, so 1 - 4 lr
    start = torch.ones(1).double().requires_grad_()
    w = start.clone()
    options = {"differentiable": True, "foreach": False}
    options["momentum"] = momentum
    optimizer = torch.optim.SGD([w], lr=lr, **options)
    for _ in range(steps):
        loss = (2 * w.clone() ** 2).sum()
        (w.grad,) = torch.autograd.grad(loss, w, create_graph=True)
        optimizer.step()
    return torch.autograd.grad(w.sum(), start)[0].item()


print(f"momentum 0:   {by_start(0.0):.2f}")
print(f"momentum 0.9: {by_start(0.9):.2f}")
# --8<-- [end:surprise]

# --8<-- [start:lr]
lr = torch.tensor(0.1).double().requires_grad_()
try:
    by_start(0.9, steps=2, lr=lr)
except RuntimeError as e:
    print(str(e).partition(":")[0].replace(" has been", "\nhas been"))
# --8<-- [end:lr]

# --8<-- [start:fix]
start = torch.ones(1).double().requires_grad_()
w, b = start, torch.zeros(1).double()
for _ in range(2):
    (g,) = torch.autograd.grad((2 * w**2).sum(), w, create_graph=True)
    # zh: 不用原地运算，自动求导便什么都记得
    # en: nothing in place: autograd keeps all it needs
    b = 0.5 * b + g
    w = w - lr * b
by = torch.autograd.grad(w.sum(), (start, lr))
print([f"{d.item():.3f}" for d in by])
assert abs(by[0].item() - 0.16) < 1e-6
# --8<-- [end:fix]
