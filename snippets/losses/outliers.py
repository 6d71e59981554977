# --8<-- [start:fit]
import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.tensor([-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0])
clean = torch.tensor([-5.1, -2.9, -1.0, 1.1, 2.9, 5.1, 6.9])
# zh: 最后一次测量完全记错了
# en: the last measurement is altogether wrong
wild = clean.clone()
wild[-1] = -30.0


def fit(loss_fn, y):
    line = torch.zeros(2, requires_grad=True)
    for step in range(300):
        loss = loss_fn(line[0] * x + line[1], y)
        (gradient,) = torch.autograd.grad(loss, line)
        with torch.no_grad():
            line -= 0.2 * 0.98**step * gradient
    return line.tolist()


lines = {}
print("             clean   wild")
for loss_fn in (nn.MSELoss(), nn.L1Loss(), nn.HuberLoss(), nn.SmoothL1Loss(beta=0.2)):
    name = type(loss_fn).__name__
    before, lines[name] = fit(loss_fn, clean), fit(loss_fn, wild)
    print(f"{name:12} {before[0]:5.1f}  {lines[name][0]:5.1f}")
    assert (abs(lines[name][0] - before[0]) < 0.3) == (name != "MSELoss")
# --8<-- [end:fit]

# --8<-- [start:figure]
fig, axes = plt.subplots()
styles = {"MSELoss": "-", "L1Loss": "--", "HuberLoss": "-.", "SmoothL1Loss": ":"}
for name, (slope, shift) in lines.items():
    axes.plot(
        x.tolist(), (slope * x + shift).tolist(), styles[name], label=name, lw=2.2
    )
axes.plot(x.tolist(), wild.tolist(), "o", color=plt.rcParams["text.color"])
axes.set(xlabel="x", ylabel="y")
axes.legend()
plt.show()
# --8<-- [end:figure]

# --8<-- [start:leverage]
# zh: 目标都没有错，但最后一个 x 少打了小数点：30 而不是 3.0
# en: no target is wrong, but the last x lost its decimal point: 30, not 3.0
far = x.clone()
far[-1] = 30.0
mean, std = far.mean(), far.std()
x = (far - mean) / std
for loss_fn in (nn.MSELoss(), nn.L1Loss(), nn.HuberLoss(), nn.SmoothL1Loss(beta=0.2)):
    slope = fit(loss_fn, clean)[0] / std
    print(f"{type(loss_fn).__name__:12} {slope:.2f}")
    assert 0 < slope < 0.3
# --8<-- [end:leverage]
