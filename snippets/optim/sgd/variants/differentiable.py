# --8<-- [start:step]
import torch


def f(w):
    return 0.5 * w[0] ** 2 + 2 * w[1] ** 2


def after(lr, steps=3):
    start = torch.tensor([2.0, 1.0]).double().requires_grad_()
    # zh: 叶子不能原地修改，所以更新的是它的一个副本
    # en: a leaf can't be changed in place, so a copy of it is updated
    w = start.clone()
    options = {"differentiable": True, "foreach": False}
    optimizer = torch.optim.SGD([w], lr=lr, **options)
    for _ in range(steps):
        # zh: step 会原地修改 w，自动求导却还要用旧的值
        # en: step changes w in place, and autograd still needs the old values
        loss = f(w.clone())
        (w.grad,) = torch.autograd.grad(loss, w, create_graph=True)
        optimizer.step()
    return f(w)


lr = torch.tensor(0.1).double().requires_grad_()
loss = after(lr)
(gradient,) = torch.autograd.grad(loss, lr)
print(f"loss {loss.item():.4f}, by lr {gradient.item():.4f}")
# --8<-- [end:step]

# --8<-- [start:check]
eps = 1e-5
with torch.no_grad():
    above, below = lr + eps, lr - eps
difference = (after(above.item()) - after(below.item())) / (2 * eps)
print(f"finite differences: {difference.item():.4f}")
assert abs(difference - gradient) < 1e-5
# --8<-- [end:check]

# --8<-- [start:off]
w = torch.tensor([2.0, 1.0]).double().requires_grad_()
optimizer = torch.optim.SGD([w], lr=lr)
f(w).backward()
optimizer.step()
f(w).backward()
print(lr.grad)
# --8<-- [end:off]

# --8<-- [start:learn]
teacher = torch.optim.SGD([lr], lr=0.01)
for step in range(31):
    teacher.zero_grad()
    loss = after(lr)
    loss.backward()
    if step in (0, 10, 30):
        print(f"step {step:2}: lr {lr.item():.4f}, loss {loss.item():.4f}")
    teacher.step()
# --8<-- [end:learn]
