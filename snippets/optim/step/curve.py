import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

w = torch.zeros(1, requires_grad=True)
optimizer = SGD([w], lr=0.1, momentum=0.9)
grads = [1.0] * 25 + [0.0] * 25
buffers = []
for grad in grads:
    w.grad = torch.tensor([grad])
    optimizer.step()
    buffers.append(optimizer.state[w]["momentum_buffer"].item())

steps = range(1, len(grads) + 1)
fig, axes = plt.subplots()
axes.plot(steps, grads, drawstyle="steps-mid", label="grad")
axes.plot(steps, buffers, label="momentum_buffer")
axes.set(xlabel="step", yticks=[0, 1, 5, 10])
axes.legend()
plt.show()
