import torch
from matplotlib import pyplot as plt

from optguide.losses import poisson_nll_loss

rate = torch.linspace(0.02, 10, 250)
log_rate = torch.linspace(-3, 3, 250)
fig, (left, right) = plt.subplots(1, 2)
for y in (0.0, 1.0, 5.0):
    target = torch.full((250,), y)
    loss = poisson_nll_loss(rate, target, log_input=False, reduction="none")
    left.plot(rate.tolist(), loss.tolist(), label=f"target {y:g}")
    loss = poisson_nll_loss(log_rate, target, reduction="none")
    right.plot(log_rate.tolist(), loss.tolist())
    if y > 0:
        best = y - y * torch.tensor(y).log().item()
        left.plot(y, best, "ko")
        right.plot(torch.tensor(y).log().item(), best, "ko")
left.set(xlabel="rate (log_input=False)", ylabel="loss", ylim=(-5, 12))
right.set(xlabel="log rate (log_input=True)", ylim=(-5, 12))
left.legend()
plt.show()
