# ---
# description: 实验，同样的预算，六种学习率调度。先做学习率范围测试，再在手写数字上比较常数、阶梯、余弦、one-cycle、预热加余弦与平台，各四个种子。
# ---

# %% [markdown]
# # 实验：同样的预算，六种调度 { #schedules }
#
# **问题**：训练只许走 184 步。学习率怎样安排最划算？
#
# **预期**：学习率降下来的都好过不降的；降的方式不同，差别不大；预热在峰值偏大时有用。
#
# 预算相同，指的是步数相同、批量相同、峰值学习率也相同。只看一次结果会被运气骗，所以每种调度用四个种子。

# %%
import math
from functools import partial

import torch
from matplotlib import pyplot as plt
from sklearn.datasets import load_digits
from torch import nn
from torch.optim import lr_scheduler
from tqdm import tqdm

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

# %% [markdown]
# ## 数据与训练 { #training }
#
# 数据与[上一个实验](digits.py)一样：1437 张训练，360 张验证。每批 64 张，一轮 23 步，共 8 轮。

# %%
digits = load_digits()
images = torch.tensor(digits.data / 16)
labels = torch.tensor(digits.target)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train_x, valid_x = images[order].split([1437, 360])
train_y, valid_y = labels[order].split([1437, 360])
EPOCHS, BATCHES = 8, math.ceil(1437 / 64)
STEPS = EPOCHS * BATCHES
loss_f = nn.CrossEntropyLoss()


def make_model(generator):
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    for layer in (model[0], model[2]):
        nn.init.kaiming_normal_(layer.weight, generator=generator)
        nn.init.zeros_(layer.bias)
    return model


@torch.no_grad()
def validate(model):
    outputs = model(valid_x)
    correct = (outputs.argmax(dim=1) == valid_y).sum().item()
    return loss_f(outputs, valid_y).item(), correct / len(valid_y)


def train(seed, lr, make_scheduler):
    generator = torch.Generator().manual_seed(seed)
    model = make_model(generator)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    scheduler = make_scheduler(optimizer)
    lrs, losses = [], []
    for _ in range(EPOCHS):
        for batch in torch.randperm(1437, generator=generator).split(64):
            loss = loss_f(model(train_x[batch]), train_y[batch])
            optimizer.zero_grad()
            loss.backward()
            lrs.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            losses.append(loss.item())
            if not isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
                scheduler.step()
        valid_loss, accuracy = validate(model)
        if isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
            scheduler.step(valid_loss)
    return lrs, losses, valid_loss, accuracy


print("steps", STEPS)

# %% [markdown]
# ## 学习率范围测试 { #range }
#
# 峰值取多大？让学习率每一步乘上同一个数，从 0.001 一直升到 10，记下损失。它先是不动，再下降，最后炸开。

# %% alt="横轴是学习率，对数，从 0.001 到 10；纵轴是损失。损失从 2.5 左右开始，在 0.01 与 0.1 之间迅速下降，在 0.3 附近最低，1 以上炸开。"
growth = (10 / 0.001) ** (1 / STEPS)
rising = partial(lr_scheduler.ExponentialLR, gamma=growth)
lrs, losses, *_ = train(seed=0, lr=0.001, make_scheduler=rising)
smooth = torch.tensor(losses).unfold(0, 9, 1).mean(dim=1)
middle = torch.tensor(lrs)[4:-4]
lowest = middle[smooth.argmin()].item()
print(f"lowest loss at lr {lowest:.1g}")

fig, ax = plt.subplots()
ax.plot(middle, smooth)
ax.axvline(lowest, linestyle="--", color="C1")
ax.set(xlabel="lr", ylabel="loss", xscale="log", ylim=(0, 4))
plt.show()

# %% [markdown]
# 损失最低的地方在 0.3，到 1 就炸开。峰值要取在炸开之前，又要够大。下面取两个来比：0.1 偏小，0.4 在悬崖前面。
#
# ## 六种调度 { #six }
#
# 除了平台，都是每批走一步；[平台](../lr_scheduler/reduce_lr_on_plateau.md)要看验证损失，所以每轮一步。[one-cycle](../lr_scheduler/one_cycle_lr.md) 平时还让动量反着升降；这里关掉（`cycle_momentum=False`），只比学习率。


# %%
def warmup_cosine(optimizer, warmup=BATCHES):
    up = lr_scheduler.LinearLR(optimizer, start_factor=0.05, total_iters=warmup)
    down = lr_scheduler.CosineAnnealingLR(optimizer, T_max=STEPS - warmup)
    return lr_scheduler.SequentialLR(optimizer, [up, down], milestones=[warmup])


def schedules(peak):
    drops = [4 * BATCHES, 6 * BATCHES]
    return {
        "constant": partial(lr_scheduler.ConstantLR, factor=1),
        "step decay": partial(lr_scheduler.MultiStepLR, milestones=drops, gamma=0.1),
        "cosine": partial(lr_scheduler.CosineAnnealingLR, T_max=STEPS),
        "one-cycle": partial(
            lr_scheduler.OneCycleLR,
            max_lr=peak,
            total_steps=STEPS + 1,
            cycle_momentum=False,
        ),
        "warmup+cosine": warmup_cosine,
        "plateau": partial(lr_scheduler.ReduceLROnPlateau, factor=0.1, patience=0),
    }


PEAKS, SEEDS = (0.1, 0.4), range(4)
lr_of, table = {}, {}
for peak in PEAKS:
    for name, make_scheduler in schedules(peak).items():
        rows = []
        for seed in tqdm(SEEDS, desc=f"{name} {peak}", disable=None):
            lrs, losses, valid_loss, accuracy = train(seed, peak, make_scheduler)
            last_epoch = sum(losses[-BATCHES:]) / BATCHES
            rows.append((last_epoch, valid_loss, accuracy))
        lr_of[peak, name] = lrs
        table[peak, name] = torch.tensor(rows)
assert all(max(lrs) <= peak + 1e-12 for (peak, _), lrs in lr_of.items())

# %% [markdown]
# 峰值为 0.4 时，最后一个种子用过的学习率：

# %% alt="六条学习率曲线，横轴 184 步。常数是一条平线；阶梯在第 92 和 138 步各降十倍；余弦从 0.4 平滑地降到零；one-cycle 先升后降；预热加余弦第一轮升，之后降；平台在中途突然降下来。"
fig, axes = plt.subplots(3, 2, sharex=True, sharey=True, figsize=(4.8, 5))
for ax, name in zip(axes.flat, schedules(0.4), strict=True):
    ax.plot(lr_of[0.4, name])
    ax.set_title(name)
for ax in axes[-1]:
    ax.set(xlabel="step")
for ax in axes[:, 0]:
    ax.set(ylabel="lr")
plt.show()

# %% [markdown]
# ## 结果 { #results }
#
# 训练损失是最后一轮的平均；验证损失与准确率在最后测量。± 是四个种子的标准差。

# %%
for peak in PEAKS:
    print(f"peak {peak}        train loss    valid loss    accuracy")
    for name in schedules(peak):
        mean, spread = table[peak, name].mean(dim=0), table[peak, name].std(dim=0)
        print(f"  {name:<13}", end="")
        for m, s in zip(mean, spread, strict=True):
            print(f"  {m:.3f} ±{s:.3f}", end="")
        print()

# %% alt="每种调度一行，横轴是准确率，点是四个种子。峰值 0.1 的点都挤在 0.955 附近；峰值 0.4 时，常数的点散得很开，余弦、one-cycle、预热加余弦的点都在右边。"
fig, ax = plt.subplots()
for shift, peak in ((0.15, 0.1), (-0.15, 0.4)):
    for row, name in enumerate(schedules(peak)):
        accuracy = table[peak, name][:, 2]
        ax.plot(
            accuracy,
            [shift - row] * len(accuracy),
            "o" if peak == 0.1 else "s",
            color="C0" if peak == 0.1 else "C1",
            label=f"peak {peak}" if row == 0 else None,
        )
ax.set(xlabel="accuracy", yticks=[-row for row in range(6)])
ax.set_yticklabels(list(schedules(0.1)))
ax.legend(loc="lower left")
plt.show()

# %% [markdown]
# 把结论写成断言，按训练损失来比：

# %%
train_loss = {key: value[:, 0] for key, value in table.items()}
others = [name for name in schedules(0.1) if name != "constant"]

for name in others:
    assert train_loss[0.1, "constant"].mean() < train_loss[0.1, name].mean()
    assert train_loss[0.4, "constant"].mean() > train_loss[0.4, name].mean()

smooth_ones = ("cosine", "one-cycle", "warmup+cosine")
for name in smooth_ones:
    assert (train_loss[0.4, name] < train_loss[0.1, "constant"]).all()
    assert table[0.4, name][:, 2].mean() > table[0.1, name][:, 2].mean()
means = torch.stack([table[0.4, name][:, 2].mean() for name in smooth_ones])
spreads = torch.stack([table[0.4, name][:, 2].std() for name in smooth_ones])
assert means.max() - means.min() < spreads.max()

# %% [markdown]
# ## 看到了什么，说明什么 { #meaning }
#
# - **峰值偏小时，不降的最好。** 峰值为 0.1 时，每种调度都只是把本来就小的步子变得更小，训练损失都高过常数。预期在这里是错的。
# - **峰值够大时，降下来的都赢。** 峰值为 0.4 时，常数的训练损失最高，四个种子之间的差别也最大：步子大到在谷底跳来跳去。
# - 三种平滑的调度，配上 0.4，在每个种子上都胜过 0.1 的常数。它们之间的差别比种子之间的还小。
# - 所以调度要和峰值一起选：先做范围测试，取一个靠近悬崖的峰值，再让它平滑地降到零。
#
# 这是一个小任务，只有一种批量。能带走的是做法：预算相同、种子相同、写出标准差。
#
# ## 自己动手 { #try }
#
# 1. 把 `EPOCHS` 加到 16。0.1 的常数还占优吗？
# 2. 峰值取 0.8。预热能救回来吗？
# 3. 平台的 `patience` 改成 2，它什么时候降？
