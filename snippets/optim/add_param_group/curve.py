import torch
from matplotlib import pyplot as plt
from torch import nn

from optguide.optim import SGD


def train(unfreeze_at):
    torch.manual_seed(0)
    x = torch.linspace(-3, 3, 60).reshape(60, 1)
    backbone, head = nn.Linear(1, 8), nn.Linear(8, 1)
    backbone.requires_grad_(False)
    optimizer = SGD(head.parameters(), lr=0.1, momentum=0.9)
    losses = []
    for step in range(300):
        if step == unfreeze_at:
            backbone.requires_grad_(True)
            optimizer.add_param_group({"params": backbone.parameters(), "lr": 0.05})
        loss = (head(torch.tanh(backbone(x))) - torch.sin(2 * x)).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


figure, axes = plt.subplots()
axes.plot(train(unfreeze_at=None), label="frozen")
axes.plot(train(unfreeze_at=100), "--", label="add_param_group")
axes.axvline(100, linewidth=1, linestyle=":")
axes.set(xlabel="step", ylabel="loss", yscale="log")
axes.legend()
plt.show()
