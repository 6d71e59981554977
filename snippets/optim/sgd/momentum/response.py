import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD


def buffers(grads, momentum):
    w = torch.zeros(1, requires_grad=True)
    optimizer = SGD([w], lr=0.1, momentum=momentum)
    kept = []
    for grad in grads:
        w.grad = torch.tensor([grad])
        optimizer.step()
        kept.append(optimizer.state[w]["momentum_buffer"].item())
    return kept


fig, (left, right) = plt.subplots(1, 2)
for momentum in (0.5, 0.9, 0.95):
    left.plot(buffers([1.0] + [0.0] * 40, momentum), label=f"momentum {momentum}")
    right.plot(buffers([1.0] * 41, momentum))
left.set(xlabel="step", ylabel="buffer", title="one gradient of 1")
right.set(xlabel="step", title="a gradient of 1 at every step")
left.legend()
plt.show()
