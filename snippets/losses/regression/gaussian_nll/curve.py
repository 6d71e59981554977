import torch
from matplotlib import pyplot as plt

from optguide.losses import gaussian_nll_loss

fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
error = torch.linspace(-3, 3, 121)
for var in (0.25, 1.0, 4.0):
    loss = gaussian_nll_loss(error, torch.zeros(121), var, reduction="none")
    top.plot(error.tolist(), loss.tolist(), label=f"var {var:g}")
top.set(xlabel="input - target", ylabel="loss", ylim=(-1, 6))
top.legend()

v = torch.linspace(0.05, 6, 240)
for x in (0.5, 1.0, 2.0):
    loss = gaussian_nll_loss(
        torch.full((240,), x), torch.zeros(240), v, reduction="none"
    )
    dot = {"marker": "o", "markevery": [int(loss.argmin())]}
    bottom.plot(v.tolist(), loss.tolist(), label=f"error {x:g}", **dot)
    assert abs(v[loss.argmin()] - x**2) < 0.03
bottom.set(xlabel="var", ylabel="loss", ylim=(-1, 6))
bottom.legend()
plt.show()
