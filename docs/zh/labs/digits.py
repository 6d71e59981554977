# ---
# description: 实验，给训练循环装上仪表。在手写数字上比较 SGD、动量、Nesterov 与权重衰减，各五个种子，记录损失、准确率、梯度范数和权重范数。
# ---

# %% [markdown]
# # 实验：给训练装上仪表 { #digits }
#
# **问题**：同一个网络、同样的数据，换一换优化器的选项，什么会变，什么不会变？
#
# **预期**：动量快；Nesterov 更快一点；权重衰减让权重变小，准确率更高。
#
# 每种做法都用同样的五个种子：起点相同，批次的顺序也相同。只跑一次，就分不清是选项起了作用，还是运气。

# %%
import torch
from matplotlib import pyplot as plt
from sklearn.datasets import load_digits
from torch import nn
from tqdm import tqdm

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

# %% [markdown]
# ## 数据 { #data }
#
# scikit-learn 自带的 1797 张 8×8 手写数字，其中 360 张留作验证。划分只做一次，对所有的运行都一样：

# %%
digits = load_digits()
images = torch.tensor(digits.data / 16)
labels = torch.tensor(digits.target)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train_x, valid_x = images[order].split([1437, 360])
train_y, valid_y = labels[order].split([1437, 360])
print(len(train_y), "to train,", len(valid_y), "to validate")

# %% [markdown]
# ## 循环与仪表 { #loop }
#
# 初始权重和批次的顺序，都从同一个发生器里抽。每一轮记下五样东西：
#
# - 训练损失：这一轮各批的平均值；
# - 验证损失和准确率：在轮末测量；
# - 梯度范数：所有参数的梯度合成一个向量，它的长度，取这一轮的平均；
# - 权重范数：所有参数合成一个向量，它在轮末的长度。
#
# 学习率不变，就不必记了。梯度范数要在 `backward()` 与 `step()` 之间读。

# %%
NOTED = ("train loss", "valid loss", "accuracy", "gradient norm", "weight norm")
loss_f = nn.CrossEntropyLoss()


def make_model(generator):
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    for layer in (model[0], model[2]):
        nn.init.kaiming_normal_(layer.weight, generator=generator)
        nn.init.zeros_(layer.bias)
    return model


def length(tensors):
    return torch.cat([tensor.flatten() for tensor in tensors]).norm().item()


@torch.no_grad()
def validate(model):
    outputs = model(valid_x)
    correct = (outputs.argmax(dim=1) == valid_y).sum().item()
    return loss_f(outputs, valid_y).item(), correct / len(valid_y)


def train(seed, epochs=10, **options):
    generator = torch.Generator().manual_seed(seed)
    model = make_model(generator)
    optimizer = torch.optim.SGD(model.parameters(), **options)
    history = []
    for _ in range(epochs):
        batches = torch.randperm(len(train_y), generator=generator).split(64)
        total_loss = total_norm = 0
        for batch in batches:
            loss = loss_f(model(train_x[batch]), train_y[batch])
            optimizer.zero_grad()
            loss.backward()
            total_norm += length(p.grad for p in model.parameters())
            optimizer.step()
            total_loss += loss.item() * len(batch)
        weight_norm = length(p.detach() for p in model.parameters())
        history.append(
            (
                total_loss / len(train_y),
                *validate(model),
                total_norm / len(batches),
                weight_norm,
            )
        )
    return torch.tensor(history)


# %% [markdown]
# 先看一次运行：

# %%
print("epoch  train   valid   acc    gradient  weights")
for epoch, row in enumerate(train(seed=0, lr=0.1, momentum=0.9).tolist(), 1):
    print("{:5}  {:.3f}   {:.3f}   {:.3f}  {:.3f}     {:.2f}".format(epoch, *row))

# %% [markdown]
# 损失下降的同时，权重在变长：交叉熵总想把对的答案说得更肯定。
#
# ## 五种做法，五个种子 { #five }
#
# 带动量时，一次梯度前后一共走 $\gamma / (1 - \mu)$ 那么远（$\gamma$ 是 `lr`，$\mu$ 是 `momentum`）。动量为 0.9 时，就是十倍。所以不带动量的 SGD 也用十倍的 lr 再跑一遍，这样才知道快是因为动量，还是因为步子大。

# %%
METHODS = {
    "SGD": {"lr": 0.1},
    "SGD, lr x 10": {"lr": 1.0},
    "momentum": {"lr": 0.1, "momentum": 0.9},
    "Nesterov": {"lr": 0.1, "momentum": 0.9, "nesterov": True},
    "decay": {"lr": 0.1, "momentum": 0.9, "weight_decay": 3e-3},
}
SEEDS = range(5)

runs = {}
for name, options in METHODS.items():
    seeds = tqdm(SEEDS, desc=name, disable=None)
    runs[name] = torch.stack([train(seed, **options) for seed in seeds])

print("mean over 5 seeds, and standard deviation, after 10 epochs")
print("              train loss     accuracy       weight norm")
for name, run in runs.items():
    mean, spread = run[:, -1].mean(dim=0), run[:, -1].std(dim=0)
    print(f"{name:<13}", end="")
    for column in (0, 2, 4):
        print(f" {mean[column]:6.3f} ±{spread[column]:.3f} ", end="")
    print()

# %% alt="四幅小图，横轴是轮次，线是五个种子的平均，色带是最小到最大。训练损失：SGD 最慢，lr 乘 10 与动量、Nesterov 几乎一样快。准确率：lr 乘 10 的色带最宽。梯度范数都在下降。权重范数：只有权重衰减先升后降，其余一直升。"
fig, axes = plt.subplots(2, 2, sharex=True, figsize=(4.8, 5.6))
for column, ax in zip((0, 2, 3, 4), axes.flat, strict=True):
    for name, run in runs.items():
        values = run[:, :, column]
        epochs = range(1, 11)
        ax.plot(epochs, values.mean(dim=0), label=name)
        ax.fill_between(epochs, values.amin(dim=0), values.amax(dim=0), alpha=0.15)
    ax.set(title=NOTED[column])
axes[0, 0].set(ylim=(0, 1))
axes[0, 1].set(ylim=(0.8, 1))
drawn = axes[0, 0].get_legend_handles_labels()
fig.legend(*drawn, loc="outside upper center", ncols=3)
plt.show()

# %% [markdown]
# ## 一对一地比 { #pairs }
#
# 种子相同，起点和批次也相同，所以可以一个种子一个种子地比：差值的符号如果五次都一样，多半是选项起了作用；如果有正有负，就说不准。

# %%
COMPARED = [
    ("momentum", "SGD"),
    ("momentum", "SGD, lr x 10"),
    ("Nesterov", "momentum"),
    ("decay", "momentum"),
]

signs = {}
for one, other in COMPARED:
    print(f"{one} minus {other}")
    difference = runs[one][:, -1] - runs[other][:, -1]
    for column in (0, 2, 4):
        values = difference[:, column]
        signs[one, other, NOTED[column]] = set(values.sign().int().tolist())
        print(f"  {NOTED[column]:<12}", *(f"{value:+.3f}" for value in values))

# %% [markdown]
# 把结论写成断言：

# %%
assert signs["momentum", "SGD", "train loss"] == {-1}
assert signs["decay", "momentum", "weight norm"] == {-1}
assert signs["decay", "momentum", "train loss"] == {1}
assert signs["Nesterov", "momentum", "train loss"] == {-1}
accuracy = {name: run[:, -1, 2] for name, run in runs.items()}
tenfold = accuracy["SGD, lr x 10"]
assert tenfold.std() > 2 * accuracy["momentum"].std()
for one, other in (("Nesterov", "momentum"), ("decay", "momentum")):
    assert signs[one, other, "accuracy"] >= {-1, 1}
assert signs["momentum", "SGD", "accuracy"] == {1}

# %% [markdown]
# ## 看到了什么，说明什么 { #meaning }
#
# | 改动 | 变了什么 | 没变什么 |
# |---|---|---|
# | 加上动量 | 五个种子里都快得多，准确率都更高 | |
# | 不加动量，lr 乘 10 | 也快得多 | 不稳：准确率的标准差是动量的两倍多 |
# | Nesterov | 训练损失五次都略低一点 | 准确率有高有低 |
# | 权重衰减 | 权重五次都更小，训练损失五次都更高 | 准确率有高有低 |
#
# - 动量的快，大半就是步子长，lr 乘 10 也能得到。它另外的好处是把各批的噪声平均掉：同样长的步子，走得更稳。
# - 预期错了一半：在这个小任务上，Nesterov 和权重衰减都没有让准确率高出种子之间的差别。360 张图里多对一张，就是 0.003。
# - 权重衰减确实管住了权重，但权重小不等于准确率高。
#
# ## 自己动手 { #try }
#
# 1. 把 `weight_decay` 加到 0.03。训练损失和准确率还能各走各的吗？
# 2. 多用几个种子，要多少个才能断定 Nesterov 的准确率是高还是低？
# 3. 在第一轮里，每一批都记一次梯度范数。哪里最大？要不要[预热](schedules.py)？
