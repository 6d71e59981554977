from copy import deepcopy

import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD


def train(params, optimizer, steps):
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = 4 * (params["a"] ** 2).sum() + 0.01 * (params["b"] ** 2).sum()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def start():
    a = torch.tensor([0.2, -0.1], requires_grad=True)
    b = torch.tensor([40.0, 30.0], requires_grad=True)
    params = {"a": a, "b": b}
    return params, SGD([a, b], lr=0.1, momentum=0.9)


def resume(order, load=True):
    params = {n: p.clone().requires_grad_() for n, p in model.items()}
    optimizer = SGD([params[n] for n in order], lr=0.1, momentum=0.9)
    if load:
        optimizer.load_state_dict(deepcopy(state))
    return train(params, optimizer, 60)


full = train(*start(), 100)

params, optimizer = start()
train(params, optimizer, 40)
model = {n: p.detach() for n, p in params.items()}
state = optimizer.state_dict()
right = resume("ab")
lost = resume("ab", load=False)
swapped = resume("ba")
assert right == full[40:]
assert right[0] == lost[0] == swapped[0]
assert right[-1] < min(lost[-1], swapped[-1])

steps = range(40, 100)
fig, axes = plt.subplots()
axes.plot(full, label="full run")
axes.plot(steps, right, "o", markevery=6, label="load_state_dict")
axes.plot(steps, lost, label="not loaded")
axes.plot(steps, swapped, label="params swapped")
axes.set(xlabel="step", ylabel="loss", yscale="log")
axes.legend()
plt.show()
