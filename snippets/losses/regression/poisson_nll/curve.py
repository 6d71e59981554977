import torch
from matplotlib import pyplot as plt

from optguide.losses import poisson_nll_loss

rate = torch.linspace(0.02, 10, 250)
log_rate = torch.linspace(-3, 3, 250)
fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
for y in (0.0, 1.0, 5.0):
    target = torch.full((250,), y)
    loss = poisson_nll_loss(rate, target, log_input=False, reduction="none")
    dot = {"marker": "o", "markevery": [int(loss.argmin())]}
    top.plot(rate.tolist(), loss.tolist(), **dot)
    assert abs(rate[loss.argmin()] - y) < 0.05
    loss = poisson_nll_loss(log_rate, target, reduction="none")
    # zh: 计数为 0 时没有最低点
    # en: for the count 0 there is no minimum
    dot["markevery"] = [int(loss.argmin())] if y > 0 else []
    bottom.plot(log_rate.tolist(), loss.tolist(), label=f"target {y:g}", **dot)
top.set(xlabel="rate (log_input=False)", ylabel="loss", ylim=(-5, 12))
bottom.set(xlabel="log rate (log_input=True)", ylabel="loss", ylim=(-5, 12))
bottom.legend(loc="upper center")
plt.show()
