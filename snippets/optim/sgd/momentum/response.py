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


fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for momentum in (0.5, 0.9, 0.95):
    top.plot(buffers([1.0] + [0.0] * 40, momentum), label=f"momentum {momentum}")
    bottom.plot(buffers([1.0] * 41, momentum))
top.set(ylabel="buffer", title="one gradient of 1")
bottom.set(xlabel="step", ylabel="buffer", title="a gradient of 1 at every step")
top.legend()
plt.show()
