# ---
# description: 实验，在峡谷里下降。SGD 与动量在病态二次函数和 Rosenbrock 函数上的学习率、收敛因子与发散，先凭眼睛找，再用公式算。
# ---

# %% [markdown]
# # 实验：峡谷 { #ravine }
#
# 峡谷是这样一种损失：往一个方向很陡，往另一个方向很平。学习率要照顾陡的方向，不能大；可平的方向又等着它大。**问题**：学习率和动量取多少最好，能快多少？
#
# **预期**：[SGD 一页](../optim/sgd/index.md)说，学习率超过 2 除以最大曲率就会发散，动量则能快出好几倍。下面先凭眼睛找最好的值，再用公式算，看两者是否一致。

# %%
import math

import torch
from matplotlib import pyplot as plt

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

# %% [markdown]
# ## 一个二次函数 { #quadratic }
#
# $$
# f(x, y) = \frac{1}{2} \left( h_{\min} x^2 + h_{\max} y^2 \right), \qquad h_{\min} = 1, \quad h_{\max} = 100
# $$
#
# $h_{\min}$ 和 $h_{\max}$ 是两个方向上的曲率，也就是二阶导数。它们的比 $\kappa = h_{\max} / h_{\min} = 100$ 叫条件数：条件数越大，峡谷越窄。谷底在原点。`descend` 记下走过的每一点：

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
# 三个学习率，各走 40 步：

# %% alt="峡谷的等高线是又扁又长的椭圆，三条路径从右上出发。lr 0.005 很快落到谷底，然后慢慢往左爬；lr 0.0195 上下来回跳，往左走得更远；lr 0.0201 跳得一次比一次高。"
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
# lr 小，谷底走得慢；lr 大，谷壁上来回跳；再大一点，越跳越高。

# %% [markdown]
# ## 学习率，凭眼睛找 { #lr-by-eye }
#
# 数一数：离原点的距离缩小到百万分之一，要走多少步？最多走 1000 步。


# %%
def steps_to_millionth(path, minimum=0):
    distance = (path - minimum).norm(dim=1)
    arrived = (distance < 1e-6 * distance[0]).nonzero()
    return int(arrived[0]) if len(arrived) else None


print("lr      steps")
for lr in (0.005, 0.010, 0.015, 0.018, 0.0195, 0.0198, 0.0199, 0.0201):
    print(f"{lr:<7} {steps_to_millionth(descend(ravine, start, 1000, lr=lr))}")

# %% [markdown]
# 最好的值在 0.0198 附近，而且紧挨着悬崖：0.0199 已经慢了，0.0201 再也到不了。
#
# ## 发散的界线 { #divergence }
#
# 在二次函数上，每个方向各走各的。曲率为 $h$ 的方向，一步乘上 $1 - \gamma h$：
#
# $$
# \lvert 1 - \gamma h_{\max} \rvert < 1 \iff \gamma < \frac{2}{h_{\max}} = 0.02
# $$
#
# 就在界线两边各走 200 步，看陡的方向：

# %%
for lr in (0.0199, 0.02, 0.0201):
    y = descend(ravine, start, 200, lr=lr)[-1, 1].item()
    torch.testing.assert_close(y, (1 - lr * H_MAX) ** 200)
    print(f"lr {lr:<6}  factor {1 - lr * H_MAX:5.2f}  y after 200 steps {y:.4f}")

# %% [markdown]
# 恰好取 $2/h_{\max}$ 时，不收敛也不发散：在 1 和 -1 之间跳个不停。
#
# ## 学习率，用公式算 { #lr-by-formula }
#
# 每走一步，距离变为原来的 $\rho$ 倍。$\rho$ 叫收敛因子，越小收敛越快。平的方向留下 $1 - \gamma h_{\min}$，陡的方向留下 $\lvert 1 - \gamma h_{\max} \rvert$，慢的那个说了算。两者相等时最好：
#
# $$
# \gamma^* = \frac{2}{h_{\min} + h_{\max}}, \qquad \rho^* = \frac{\kappa - 1}{\kappa + 1}
# $$
#
# 收敛因子可以实测：取最后 100 步的平均值。


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
# 公式给出 0.0198，与凭眼睛找到的一样。这已经是不带动量能做到的最好，仍要将近 700 步。
#
# ## 动量，凭眼睛找 { #momentum-by-eye }
#
# 现在有两个旋钮。在网格上把 lr 和 `momentum` 的 7857 种组合一起走 400 步，更新就是 SGD 的两行。距离会振荡，所以比较的是 50 步之内的最大值：

# %% alt="横轴是学习率，纵轴是动量，等值线是每步留下的比例。最里面的一条在 lr 0.033、momentum 0.67 附近收成尖角，公式算出的星号正好落在那里；右边是一条斜线，之外发散，动量越大，这条线越靠右。"
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
# - 最快的一对是 lr 0.033、动量 0.67，离这个动量的发散界线只差约 1%，没有留下任何余地。只改其中一个，另一个就不再是最好的值，所以两者要一起调。
# - 标着 1 的线之外发散。不带动量时它在 0.02；动量越大，允许的 lr 越大。
#
# ## 动量，用公式算 { #momentum-by-formula }
#
# 带动量时，曲率为 $h$ 的方向走起来像一根有阻尼的弹簧。两个方向都处在临界阻尼时最快：
#
# $$
# \begin{aligned}
# \gamma^* &= \left( \frac{2}{\sqrt{h_{\max}} + \sqrt{h_{\min}}} \right)^2 \\
# \mu^* &= \left( \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1} \right)^2 \\
# \rho^* &= \sqrt{\mu^*} = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}
# \end{aligned}
# $$
#
# $\mu$ 是 `momentum`。与不带动量相比，条件数换成了它的平方根。

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
# 从将近 700 步减到不足 90 步。实测的 $\rho$ 略大于公式值，也就是收敛得稍慢一点：临界阻尼时，距离按 $t \rho^t$ 缩小，前面的 $t$ 要很久才看不出来。
#
# lr 固定在公式的值上，只改动量，就能看出阻尼多了或少了是什么样子：

# %% alt="到原点的距离随步数变化，纵轴为对数。动量 0.6 一路上升，发散；0.6694 与 0.75 最快；0.9 一边振荡一边缓缓下降；0.97 几乎是平的。"
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
# - 动量太大，阻尼不够：路径在谷底荡来荡去，要等摆动自己停下来。收敛因子约为 $\sqrt{\mu}$，与学习率无关。
# - 动量为 0.6 时发散：带动量的界线是 $\gamma < 2(1 + \mu)/h_{\max}$，这时它低于公式的 lr。
#
# ## 弯曲的峡谷 { #rosenbrock }
#
# Rosenbrock 函数的峡谷是弯的，曲率处处不同：
#
# $$
# f(x, y) = (1 - x)^2 + 100 \left( y - x^2 \right)^2
# $$
#
# 最小值在 $(1, 1)$。二阶导数组成的矩阵（Hessian），它的特征值就是各方向的曲率。在常用的起点和最小值各算一次：


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
# 最小值处的条件数约为 2500，而起点的最大曲率更大。所以公式只在最小值附近成立。先在附近检验界线 $2/h_{\max}$，从离最小值 0.001 处出发：

# %%
near = minimum + torch.tensor([0.0, 0.001])
for factor in (0.99, 1.01):
    path = descend(rosenbrock, near, 1000, lr=factor * 2 / h_max)
    distance = (path[-1] - minimum).norm().item()
    print(f"lr {factor} x 2/h_max: distance from 0.001 to {distance:.4f}")
    assert (distance < 0.001) == (factor < 1)

# %% [markdown]
# 界线之上也没有跑到无穷远：离开最小值之后曲率变了，路径在附近跳来跳去，但回不来。
#
# 再从起点出发。公式给最小值处算的 lr 和动量，在起点就出事：

# %% alt="Rosenbrock 函数弯成香蕉形的峡谷。不带动量的路径走了 1500 步，停在谷底半路；带动量的路径冲过头几次，到达最小值 (1, 1)。"
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
# ## 看到了什么，说明什么 { #meaning }
#
# | 做法 | 每步留下 | 要多少步，与什么成正比 |
# |---|---|---|
# | SGD，$\gamma = 2/(h_{\min} + h_{\max})$ | $\frac{\kappa - 1}{\kappa + 1}$ | 条件数 $\kappa$ |
# | 动量，两个公式 | $\frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$ | $\sqrt{\kappa}$ |
#
# - 凭眼睛找到的与公式算出的一致。最好的学习率离发散只差一点，因此真正训练时要留余地：没有人知道自己的 $h_{\max}$。
# - 动量有两个好处：摆动互相抵消，允许的学习率更大。两个旋钮要一起调。
# - 曲率会变。同一个 lr，在一处恰好，在另一处就发散。训练之初先用小学习率（预热），就是为此。
#
# ## 自己动手 { #try }
#
# 1. 把 `H_MAX` 改成 1000。两种做法各要多少步？先用表里的比例猜一猜。
# 2. 给 `descend` 加上 `nesterov=True`。公式给出的值还是最好的吗？
# 3. 在[探索器](../explorers/sgd.md)里拖动 lr 和动量，找到临界阻尼。
