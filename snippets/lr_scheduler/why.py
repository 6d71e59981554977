import torch

from optguide.lr_scheduler import StepLR
from optguide.optim import SGD

# zh: 2000 个参数，都从 10 出发，最优点是 0，梯度里混着噪声
# en: 2000 parameters that start at 10; the best value is 0; gradients are noisy
torch.manual_seed(0)
noise = torch.randn(100, 2000)


def distance(lr, step_size=100):
    w = torch.full((2000,), 10.0, requires_grad=True)
    optimizer = SGD([w], lr=lr)
    scheduler = StepLR(optimizer, step_size=step_size, gamma=0.1)
    for step in range(100):
        w.grad = w.detach() + noise[step]
        optimizer.step()
        scheduler.step()
    return (w**2).mean().sqrt().item()


print(f"0.5 all the way     {distance(0.5):.2f}")
print(f"0.02 all the way    {distance(0.02):.2f}")
print(f"0.5, then 0.05      {distance(0.5, step_size=50):.2f}")
