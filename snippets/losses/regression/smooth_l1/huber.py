import torch


def value_and_gradient(loss, x, y):
    x = x.clone().requires_grad_()
    value = loss(x, y)
    value.backward()
    return value.detach(), x.grad


x = torch.linspace(-3, 3, 1001)
y = torch.zeros(1001)
for beta in (0.1, 1.0, 2.0):
    smooth, smooth_grad = value_and_gradient(torch.nn.SmoothL1Loss(beta=beta), x, y)
    huber, huber_grad = value_and_gradient(torch.nn.HuberLoss(delta=beta), x, y)
    print(f"{beta:g}: huber / smooth_l1 = {huber / smooth:.4f}")
    torch.testing.assert_close(huber, beta * smooth, rtol=1e-5, atol=1e-7)
    torch.testing.assert_close(huber_grad, beta * smooth_grad, rtol=1e-5, atol=1e-7)
