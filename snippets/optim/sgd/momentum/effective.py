import torch
from torch.optim import SGD


def covered(**options):
    w = torch.ones(1).double().requires_grad_()
    optimizer = SGD([w], **options)
    path = []
    for _ in range(1000):
        # zh: 一个很缓的坡，梯度变化得慢
        # en: a gentle slope: the gradient changes slowly
        w.grad = 0.01 * w.detach()
        optimizer.step()
        path.append(1 - w.item())
    return path


plain = covered(lr=0.1)
with_momentum = covered(lr=0.01, momentum=0.9)
for step in (1, 10, 100, 1000):
    a, b = plain[step - 1], with_momentum[step - 1]
    print(f"step {step:4}: {a:.4f} {b:.4f}")
assert abs(with_momentum[-1] / plain[-1] - 1) < 0.01
