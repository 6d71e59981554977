import torch


def loss(x):
    # zh: 不是二次函数：香蕉形的峡谷
    # en: no quadratic: a valley shaped like a banana
    return (1 - x[0]) ** 2 + 5 * (x[1] - x[0] ** 2) ** 2


def gradient(x):
    x = x.detach().requires_grad_()
    return torch.autograd.grad(loss(x), x)[0]


lr, momentum = 0.005, 0.9
start = torch.tensor([-1.0, 1.0]).double()
phi = start.clone().requires_grad_()
options = {"momentum": momentum, "nesterov": True}
optimizer = torch.optim.SGD([phi], lr=lr, **options)
theta, v = start.clone(), torch.zeros(2).double()
for step in range(300):
    phi.grad = gradient(phi)
    optimizer.step()
    # zh: 论文：在前方的一点求梯度
    # en: the paper: the gradient is taken ahead
    v = momentum * v - lr * gradient(theta + momentum * v)
    theta = theta + v
    buf = optimizer.state[phi]["momentum_buffer"]
    torch.testing.assert_close(phi.detach(), theta + momentum * v)
    torch.testing.assert_close(v, -lr * buf)
    if step in (4, 299):
        apart = (phi - theta).norm().item()
        print(f"step {step:3}: phi and theta {apart:.4f} apart")
