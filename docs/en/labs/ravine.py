# ---
# description: Lab, down a ravine — learning rate, convergence factor and divergence of SGD and momentum on an ill-conditioned quadratic and on Rosenbrock, by eye and by formula.
# ---

# %% [markdown]
# # Lab: the ravine { #ravine }
#
# A ravine is a loss that is steep in one direction and flat in another. The steep direction forbids a large learning rate, and the flat one waits for it. **Question**: which learning rate and which momentum are best, and how much do they gain?
#
# **Expectation**: according to [the page of SGD](../optim/sgd/index.md), a learning rate above 2 over the largest curvature diverges, and momentum is several times faster. We look for the best values by eye first, then compute them, and see whether the two agree.

# %%
import math

import torch
from matplotlib import pyplot as plt

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

# %% [markdown]
# ## A quadratic { #quadratic }
#
# $$
# f(x, y) = \frac{1}{2} \left( h_{\min} x^2 + h_{\max} y^2 \right), \qquad h_{\min} = 1, \quad h_{\max} = 100
# $$
#
# $h_{\min}$ and $h_{\max}$ are the curvatures of the two directions, that is, the second derivatives. Their ratio $\kappa = h_{\max} / h_{\min} = 100$ is the condition number: the larger it is, the narrower the ravine. The minimum is at the origin. `descend` keeps every point on the way:

# %%
H_MIN, H_MAX = 1.0, 100.0
curvature = torch.tensor([H_MIN, H_MAX])
start = torch.tensor([10.0, 1.0])


def ravine(w):
    return 0.5 * curvature @ w**2


def descend(f, start, steps, **options):
    w = start.clone().requires_grad_()
    optimizer = torch.optim.SGD([w], **options)
    path = [start]
    for _ in range(steps):
        optimizer.zero_grad()
        f(w).backward()
        optimizer.step()
        path.append(w.detach().clone())
    return torch.stack(path)


# %% [markdown]
# Three learning rates, 40 steps each:

# %% alt="Contour lines of the ravine are long flat ellipses; three paths start at the upper right. With lr 0.005 the path drops to the floor at once and creeps left. With lr 0.0195 it jumps up and down and gets further left. With lr 0.0201 every jump is higher than the one before."
paths = {lr: descend(ravine, start, 40, lr=lr) for lr in (0.005, 0.0195, 0.0201)}

x, y = torch.meshgrid(
    torch.linspace(-1, 11, 60), torch.linspace(-1.8, 1.8, 60), indexing="xy"
)
fig, axes = plt.subplots(3, 1, sharex=True, sharey=True, figsize=(4.8, 6))
for ax, (lr, path) in zip(axes, paths.items(), strict=True):
    ax.contour(x, y, 0.5 * (H_MIN * x**2 + H_MAX * y**2), 8, colors="C4", alpha=0.4)
    ax.plot(*path.T, marker=".", linewidth=1)
    ax.set(ylabel="y", title=f"lr {lr}")
axes[-1].set(xlabel="x")
plt.show()

# %% [markdown]
# A small lr is slow along the floor, a large one jumps from wall to wall, and a little more makes each jump higher.

# %% [markdown]
# ## The learning rate by eye { #lr-by-eye }
#
# Count the steps until the distance to the minimum is a millionth of what it was; 1000 at most.


# %%
def steps_to_millionth(path, minimum=0):
    distance = (path - minimum).norm(dim=1)
    arrived = (distance < 1e-6 * distance[0]).nonzero()
    return int(arrived[0]) if len(arrived) else None


print("lr      steps")
for lr in (0.005, 0.010, 0.015, 0.018, 0.0195, 0.0198, 0.0199, 0.0201):
    print(f"{lr:<7} {steps_to_millionth(descend(ravine, start, 1000, lr=lr))}")

# %% [markdown]
# The best value is close to 0.0198, and close to the edge: 0.0199 is slower already, and 0.0201 never arrives.
#
# ## Where divergence begins { #divergence }
#
# On a quadratic each direction goes its own way. One step multiplies the direction of curvature $h$ by $1 - \gamma h$:
#
# $$
# \lvert 1 - \gamma h_{\max} \rvert < 1 \iff \gamma < \frac{2}{h_{\max}} = 0.02
# $$
#
# 200 steps on either side of that bound, in the steep direction:

# %%
for lr in (0.0199, 0.02, 0.0201):
    y = descend(ravine, start, 200, lr=lr)[-1, 1].item()
    torch.testing.assert_close(y, (1 - lr * H_MAX) ** 200)
    print(f"lr {lr:<6}  factor {1 - lr * H_MAX:5.2f}  y after 200 steps {y:.4f}")

# %% [markdown]
# At $2/h_{\max}$ itself nothing converges or diverges: the path jumps between 1 and -1 for ever.
#
# ## The learning rate by formula { #lr-by-formula }
#
# Each step multiplies the distance by a factor $\rho$, the *convergence factor*: the smaller $\rho$ is, the faster SGD arrives. The flat direction leaves $1 - \gamma h_{\min}$, the steep one $\lvert 1 - \gamma h_{\max} \rvert$, and the slower of the two decides. It is best when they are equal:
#
# $$
# \gamma^* = \frac{2}{h_{\min} + h_{\max}}, \qquad \rho^* = \frac{\kappa - 1}{\kappa + 1}
# $$
#
# The factor can be measured as the mean over the last 100 steps.


# %%
def measured_rate(path, minimum=0, last=100):
    distance = (path - minimum).norm(dim=1)
    return (distance[-1] / distance[-1 - last]).item() ** (1 / last)


kappa = H_MAX / H_MIN
best_lr = 2 / (H_MIN + H_MAX)
plain = descend(ravine, start, 1000, lr=best_lr)
print(f"lr        {best_lr:.4f}")
print(f"formula   {(kappa - 1) / (kappa + 1):.4f}")
print(f"measured  {measured_rate(plain):.4f}")
print(f"steps     {steps_to_millionth(plain)}")
assert math.isclose(measured_rate(plain), (kappa - 1) / (kappa + 1), rel_tol=1e-5)

# %% [markdown]
# The formula gives 0.0198, as found by eye. Without momentum nothing is better, and it still takes almost 700 steps.
#
# ## Momentum by eye { #momentum-by-eye }
#
# Now there are two knobs. A grid of 7857 pairs of lr and `momentum` goes 400 steps at once; the update is the two lines of SGD. Distances swing, so we compare the largest within 50 steps:

# %% alt="Learning rate on the horizontal axis, momentum on the vertical one, lines of equal rate. The innermost line comes to a point around lr 0.033 and momentum 0.67, where the star of the formula stands. On the right a slanted line, beyond which everything diverges; it moves right as momentum grows."
lrs = torch.linspace(0.002, 0.042, 81)[:, None]
momenta = torch.linspace(0, 0.96, 97)[None, :]
w = start.expand(81, 97, 2).clone()
buffer = torch.zeros_like(w)
norms = []
for _ in range(400):
    buffer = momenta[..., None] * buffer + curvature * w
    w = w - lrs[..., None] * buffer
    norms.append(w.norm(dim=2))
early = torch.stack(norms[50:100]).amax(dim=0)
late = torch.stack(norms[350:400]).amax(dim=0)
rates = (late / early) ** (1 / 300)

i, j = divmod(rates.argmin().item(), 97)
found = lrs[i].item(), momenta[0, j].item()
print(f"best of {rates.numel()}: lr {found[0]:.3f}, momentum {found[1]:.2f}")
edge = 2 * (1 + found[1]) / H_MAX
print(f"with this momentum, lr diverges above {edge:.4f}")
assert 0.98 < found[0] / edge < 1
one = descend(ravine, start, 400, lr=found[0], momentum=found[1])
torch.testing.assert_close(one[-1], w[i, j])

critical_lr = (2 / (math.sqrt(H_MAX) + math.sqrt(H_MIN))) ** 2
critical_momentum = ((math.sqrt(kappa) - 1) / (math.sqrt(kappa) + 1)) ** 2
fig, ax = plt.subplots()
levels = [0.84, 0.87, 0.9, 0.94, 0.97, 1]
lines = ax.contour(
    lrs[:, 0], momenta[0], rates.T, levels, colors=[f"C{n}" for n in range(6)]
)
ax.clabel(lines, fmt="%g")
ax.plot(critical_lr, critical_momentum, "*", markersize=12, color="C0")
ax.set(xlabel="lr", ylabel="momentum")
plt.show()

# %% [markdown]
# - The fastest pair, lr 0.033 and momentum 0.67, lies about 1 % below the limit at which this momentum diverges, so the best setting leaves no safety margin. If you change one of them, the best value of the other changes too, so tune them together.
# - Beyond the line of 1 everything diverges. Without momentum it is at 0.02; the larger the momentum, the larger the lr that is allowed.
#
# ## Momentum by formula { #momentum-by-formula }
#
# With momentum, the direction of curvature $h$ moves like a damped spring. Both directions at critical damping is fastest:
#
# $$
# \begin{aligned}
# \gamma^* &= \left( \frac{2}{\sqrt{h_{\max}} + \sqrt{h_{\min}}} \right)^2 \\
# \mu^* &= \left( \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1} \right)^2 \\
# \rho^* &= \sqrt{\mu^*} = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}
# \end{aligned}
# $$
#
# $\mu$ is `momentum`. Compared with no momentum, the square root of the condition number has taken its place.

# %%
momentum = descend(ravine, start, 400, lr=critical_lr, momentum=critical_momentum)
formula = math.sqrt(critical_momentum)
print(f"lr        {critical_lr:.4f}")
print(f"momentum  {critical_momentum:.4f}")
print(f"formula   {formula:.3f}")
print(f"measured  {measured_rate(momentum):.3f}")
print(f"steps     {steps_to_millionth(momentum)}")
assert abs(measured_rate(momentum) - formula) < 0.005
assert steps_to_millionth(plain) > 8 * steps_to_millionth(momentum)

# %% [markdown]
# From almost 700 steps to fewer than 90. The measured $\rho$ is a little above the formula, so the run converges slightly more slowly than predicted: at critical damping the distance shrinks like $t \rho^t$, and it takes long until the $t$ in front no longer shows.
#
# With lr kept at the formula's value, momentum alone shows what too much and too little damping look like:

# %% alt="Distance to the minimum against the step, logarithmic axis. Momentum 0.6 rises: it diverges. 0.6694 and 0.75 fall fastest. 0.9 falls slowly and swings, 0.97 hardly falls at all."
fig, ax = plt.subplots()
for m in (0.6, round(critical_momentum, 4), 0.75, 0.9, 0.97):
    path = descend(ravine, start, 800, lr=critical_lr, momentum=m)
    print(f"momentum {m:<6} steps {steps_to_millionth(path)}")
    ax.plot(path[:120].norm(dim=1), label=f"{m}")
ax.set(xlabel="step", ylabel="distance", yscale="log", ylim=(1e-8, 1e3))
ax.legend(title="momentum")
plt.show()

limit = 2 * (1 + torch.tensor([0.6, critical_momentum])) / H_MAX
assert limit[0] < critical_lr < limit[1]

# %% [markdown]
# - With too much momentum there is too little damping: the path swings along the floor until the swinging dies down. The convergence factor is about $\sqrt{\mu}$, whatever the learning rate.
# - Momentum 0.6 diverges: with momentum the bound is $\gamma < 2(1 + \mu)/h_{\max}$, which here is below the formula's lr.
#
# ## A ravine with a bend { #rosenbrock }
#
# The ravine of Rosenbrock's function bends, and its curvature changes from place to place:
#
# $$
# f(x, y) = (1 - x)^2 + 100 \left( y - x^2 \right)^2
# $$
#
# The minimum is $(1, 1)$. The eigenvalues of the matrix of second derivatives (the Hessian) are the curvatures. At the customary start, and at the minimum:


# %%
def rosenbrock(w):
    x, y = w
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


outset, minimum = torch.tensor([-1.2, 1.0]), torch.ones(2)
for place in (outset, minimum):
    hessian = torch.autograd.functional.hessian(rosenbrock, place)
    h_min, h_max = torch.linalg.eigvalsh(hessian).tolist()
    print(f"at {place.tolist()}: curvature {h_min:.1f} to {h_max:.0f}")
    print(f"  condition number {h_max / h_min:.0f}, 2/h_max {2 / h_max:.5f}")

# %% [markdown]
# The condition number at the minimum is about 2500, and the start has the larger curvature. So the formulas hold near the minimum only. First the bound $2/h_{\max}$ there, from 0.001 beside the minimum:

# %%
near = minimum + torch.tensor([0.0, 0.001])
for factor in (0.99, 1.01):
    path = descend(rosenbrock, near, 1000, lr=factor * 2 / h_max)
    distance = (path[-1] - minimum).norm().item()
    print(f"lr {factor} x 2/h_max: distance from 0.001 to {distance:.4f}")
    assert (distance < 0.001) == (factor < 1)

# %% [markdown]
# Above the bound the path does not run off to infinity. Away from the minimum the curvature is another; the path keeps jumping about nearby, and never comes back.
#
# Now from the start. There the lr and the momentum computed for the minimum fail:

# %% alt="The banana-shaped ravine of Rosenbrock's function. The path without momentum ends half-way along the floor after 1500 steps; the path with momentum overshoots a few times and arrives at the minimum (1, 1)."
root = math.sqrt(h_max / h_min)
formula_lr = (2 / (math.sqrt(h_max) + math.sqrt(h_min))) ** 2
formula_momentum = ((root - 1) / (root + 1)) ** 2
runs = {
    "formula": (formula_lr, formula_momentum),
    "no momentum": (0.001, 0.0),
    "smaller lr": (0.001, formula_momentum),
    "more momentum": (0.001, 0.96),
}
print("                lr      momentum  distance after 1500 steps")
ends = {}
for name, (lr, m) in runs.items():
    path = descend(rosenbrock, outset, 1500, lr=lr, momentum=m)
    ends[name] = path
    distance = (path[-1] - minimum).norm().item()
    print(f"{name:<14}  {lr:.4f}  {m:.3f}     {distance:.1g}")
assert not ends["formula"][-1].isfinite().all()

x, y = torch.meshgrid(
    torch.linspace(-1.5, 1.5, 80), torch.linspace(-0.4, 1.7, 80), indexing="xy"
)
fig, ax = plt.subplots(figsize=(4.8, 4.2))
ax.contour(x, y, rosenbrock((x, y)), [0.3, 2, 10, 40, 150, 400], colors="C4", alpha=0.4)
ax.plot(*ends["no momentum"].T, label="no momentum", color="C1")
ax.plot(*ends["more momentum"].T, label="more momentum", linewidth=1)
ax.plot(*minimum, "*", markersize=12, color="C2")
ax.set(xlabel="x", ylabel="y", xlim=(-1.5, 1.5), ylim=(-0.4, 1.7))
ax.legend(loc="upper center")
plt.show()

# %% [markdown]
# ## What was seen, and what it means { #meaning }
#
# | Method | A step leaves | Steps, proportional to |
# |---|---|---|
# | SGD, $\gamma = 2/(h_{\min} + h_{\max})$ | $\frac{\kappa - 1}{\kappa + 1}$ | the condition number $\kappa$ |
# | momentum, both formulas | $\frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$ | $\sqrt{\kappa}$ |
#
# - What the eye found is what the formulas give. The best learning rate is very close to divergence. In real training leave some room: nobody knows their $h_{\max}$.
# - Momentum helps twice: swings cancel, and a larger learning rate is allowed. The two have to be tuned together.
# - Curvature changes. The same lr fits in one place and diverges in another. That is one reason to begin training with a small learning rate (warmup).
#
# ## Now you { #try }
#
# 1. Set `H_MAX` to 1000. How many steps does each method need? Guess from the table first.
# 2. Give `descend` the option `nesterov=True`. Are the formulas' values still the best ones?
# 3. In the [explorer](../explorers/sgd.md), find critical damping with the two sliders.
