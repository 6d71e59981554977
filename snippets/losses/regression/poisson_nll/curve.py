import torch
from matplotlib import pyplot as plt

from optguide.losses import poisson_nll_loss

rate = torch.linspace(0.02, 10, 250)
log_rate = torch.linspace(-3, 3, 250)
fig, (left, right) = plt.subplots(1, 2)
for y in (0.0, 1.0, 5.0):
    target = torch.full((250,), y)
    loss = poisson_nll_loss(rate, target, log_input=False, reduction="none")
    dot = {"marker": "o", "markevery": [int(loss.argmin())]}
    left.plot(rate.tolist(), loss.tolist(), label=f"target {y:g}", **dot)
    assert abs(rate[loss.argmin()] - y) < 0.05
    loss = poisson_nll_loss(log_rate, target, reduction="none")
    # zh: 计数为 0 时没有最低点
    # en: for the count 0 there is no minimum
    dot["markevery"] = [int(loss.argmin())] if y > 0 else []
    right.plot(log_rate.tolist(), loss.tolist(), **dot)
left.set(xlabel="rate (log_input=False)", ylabel="loss", ylim=(-5, 12))
right.set(xlabel="log rate (log_input=True)", ylim=(-5, 12))
left.legend()
plt.show()
