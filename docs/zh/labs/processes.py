# ---
# description: 实验，两个进程训练同一个模型。用 DistributedDataParallel 与 ZeroRedundancyOptimizer 走出与一个进程逐步相同的轨迹，以及学习率和调度要知道进程数的地方。
# ---

# %% [markdown]
# # 实验：两个进程，一个模型 { #processes }
#
# **问题**：把一个批量分给两个进程，训练出来的还是同一个模型吗？学习率和调度要不要改？
#
# **预期**：批量的平均梯度，等于两半的平均梯度的平均。所以只要两半一样大，每一步都应当与一个进程用整批时相同；调度也不用动，因为步数没变。
#
# 两个进程在同一台机器上，用 CPU 和 gloo 通信；换成两块 GPU，程序的结构不变。

# %%
import os
import subprocess
import sys
from pathlib import Path

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
digits = load_digits()
images, labels = torch.tensor(digits.data / 16), torch.tensor(digits.target)
torch.save((images, labels), "digits.pt")

# %% [markdown]
# ## 程序 { #program }
#
# 每个进程都跑同一个文件，只有编号（rank）不同。进程的总数叫 world size。几点说明：
#
# - 各进程的初始权重故意用不同的种子：`DistributedDataParallel`（DDP）一开始就把 0 号的权重发给大家。
# - 每一步的整批由同一个发生器抽出，`batch[rank::world]` 取走自己的那一份。
# - `backward()` 里，DDP 把各进程的梯度取平均。之后每个进程各自走一步，步子相同，权重也就一直相同。
# - 第三种训练不用 DDP，是常见的疏忽。
# - 最后的 `gradient` 只算一次梯度：五个样本，0 号分到三个，1 号分到两个。

# %%
JOB = """
import sys

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.optim import ZeroRedundancyOptimizer
from torch.nn.parallel import DistributedDataParallel
from torch.optim.lr_scheduler import CosineAnnealingLR

rank, world, store = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
dist.init_process_group("gloo", store, rank=rank, world_size=world)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

images, labels = torch.load("digits.pt")
STEPS, BATCH = 40, 32


def make_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))


def make_sgd(model):
    return torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


def make_zero(model):
    return ZeroRedundancyOptimizer(
        model.parameters(), torch.optim.SGD, lr=0.1, momentum=0.9
    )


def train(wrap, make_optimizer):
    model = make_model(seed=rank)
    module = wrap(model)
    optimizer = make_optimizer(module)
    scheduler = CosineAnnealingLR(optimizer, T_max=STEPS)
    generator = torch.Generator().manual_seed(0)
    path = []
    for _ in range(STEPS):
        batch = torch.randint(len(labels), (BATCH,), generator=generator)
        mine = batch[rank::world]
        loss = nn.functional.cross_entropy(module(images[mine]), labels[mine])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        path.append(torch.cat([p.detach().flatten() for p in model.parameters()]))
    local = optimizer.optim if hasattr(optimizer, "optim") else optimizer
    buffers = sum(s["momentum_buffer"].numel() for s in local.state.values())
    return {"path": torch.stack(path), "buffers": buffers}


def gradient(share):
    model = DistributedDataParallel(make_model(seed=0))
    mine = torch.arange(5)[rank::world]
    losses = nn.functional.cross_entropy(
        model(images[mine]), labels[mine], reduction="none"
    )
    share(losses).backward()
    return torch.cat([p.grad.flatten() for p in model.parameters()])


result = {
    "DDP": train(DistributedDataParallel, make_sgd),
    "ZeRO": train(DistributedDataParallel, make_zero),
    "no DDP": train(lambda model: model, make_sgd),
    "mean": gradient(lambda losses: losses.mean()),
    "sum": gradient(lambda losses: losses.sum() * world / 5),
}
torch.save(result, f"{world}-{rank}.pt")
dist.destroy_process_group()
"""
Path("job.py").write_text(JOB)


def launch(world):
    store = Path(f"store-{world}").absolute().as_uri()
    loopback = "lo" if sys.platform == "linux" else "lo0"
    environment = {**os.environ, "GLOO_SOCKET_IFNAME": loopback}
    processes = [
        subprocess.Popen(
            [sys.executable, "job.py", str(rank), str(world), store], env=environment
        )
        for rank in range(world)
    ]
    assert [process.wait(timeout=500) for process in processes] == [0] * world
    return [torch.load(f"{world}-{rank}.pt") for rank in range(world)]


(one,) = launch(1)
two = launch(2)
print("processes", 1, "and", len(two))

# %% [markdown]
# ## 同一条轨迹 { #same }
#
# 40 步，每一步之后的权重都留着。先比两个进程，再和一个进程比，取最大的差：


# %%
def gap(a, b):
    return (a - b).abs().max().item()


def gaps(name):
    paths = [result[name]["path"] for result in two]
    return gap(paths[0], paths[1]), gap(paths[0], one[name]["path"])


for name in ("DDP", "ZeRO", "no DDP"):
    between, from_one = gaps(name)
    print(f"{name:<6}  ranks {between:.3f}  from one process {from_one:.3f}")

for name in ("DDP", "ZeRO"):
    assert gaps(name)[0] == 0
    assert gaps(name)[1] < 1e-12
assert gap(one["DDP"]["path"], one["ZeRO"]["path"]) == 0
assert gaps("no DDP")[0] > 0.5

# %% [markdown]
# - 用 DDP 时，两个进程的权重一位不差；与一个进程相比，只差在求和顺序带来的最后几位。
# - 不用 DDP，得到的是两个不同的模型。没有报错，也没有警告。
#
# ## 分摊动量缓冲 { #zero }
#
# `ZeroRedundancyOptimizer` 走的是同一条轨迹，却把优化器的状态分开来存：每个进程只更新自己那一份参数，再把结果发给大家。各进程存了多少个动量的数：

# %%
for name in ("DDP", "ZeRO"):
    print(f"{name:<4}", [result[name]["buffers"] for result in two])
parameters = one["DDP"]["buffers"]
assert [result["DDP"]["buffers"] for result in two] == [parameters] * 2
assert sum(result["ZeRO"]["buffers"] for result in two) == parameters

# %% [markdown]
# 参数是整个整个地分的，所以两份不一样大：第一个权重矩阵就有 2048 个数。总共只存一遍。
#
# ## 大小不同的两份 { #uneven }
#
# 五个样本分成三个和两个。平均的平均不再是总的平均：

# %%
for name in ("mean", "sum"):
    difference = gap(two[0][name], one[name])
    print(f"{name:<4}  largest difference {difference:.3f}")
assert gap(two[0]["mean"], one["mean"]) > 0.01
assert gap(two[0]["sum"], one["sum"]) < 1e-12

# %% [markdown]
# 第二行是对的：各进程对损失求和，乘上进程数，再除以样本总数。DDP 的平均会除掉那个进程数。[梯度累积](../optim/zero_grad.md#accumulation)里有同样的问题，也用同样的办法。
#
# ## 学习率和调度要知道什么 { #world-size }
#
# 上面的整批没有变大，所以什么都不用改。平常却是另一种分法：每个进程照旧一批 64 个，整批就成了 128 个，一轮的步数减半。`DistributedSampler` 就这样分：

# %%
data = TensorDataset(images[:1437], labels[:1437])
alone = DataLoader(data, batch_size=64, shuffle=True)
sampler = DistributedSampler(data, num_replicas=2, rank=0, seed=0)
shared = DataLoader(data, batch_size=64, sampler=sampler)
print("steps in an epoch:", len(alone), "alone,", len(shared), "shared by two")
print("samples for each process:", len(sampler))


def last_lr(steps, T_max):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, T_max)
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


steps = 10 * len(shared)
print(f"last lr, T_max from len(alone):  {last_lr(steps, 10 * len(alone)):.4f}")
print(f"last lr, T_max from len(shared): {last_lr(steps, 10 * len(shared)):.4f}")
assert last_lr(steps, 10 * len(alone)) > 0.04
assert last_lr(steps, 10 * len(shared)) < 1e-9

# %% [markdown]
# 调度的长度要从分好之后的 `len(loader)` 算。按一个进程的步数来写，余弦只走了一半，学习率最后还剩将近一半。奇数个样本时，采样器重复一个，好让两份一样大。还有一件事：每一轮之前调用 `sampler.set_epoch(epoch)`，否则每一轮的次序都相同：

# %%
first, second = list(sampler), list(sampler)
sampler.set_epoch(1)
print("without set_epoch, same order:", first == second)
third = list(sampler)
print("with set_epoch, same order:   ", first == third)
assert first == second != third

# %% [markdown]
# 步数减半，lr 不变，走的路也就短了一半。常用的办法是 lr 乘上进程数。整批 128 的两个进程就等于批量 128 的一个进程，所以这里用一个进程来算，走一轮，与批量 64 比：


# %%
def epoch(batch_size, lr):
    torch.manual_seed(0)
    model = nn.Linear(64, 10)
    start = model.weight.detach().clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for batch in torch.arange(1437).split(batch_size):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(images[batch]), labels[batch]).backward()
        optimizer.step()
    return model.weight.detach() - start


small = epoch(64, lr=0.1)
for lr in (0.1, 0.2):
    large = epoch(128, lr=lr)
    away = ((large - small).norm() / small.norm()).item()
    print(
        f"batch 128, lr {lr}: moved {large.norm() / small.norm():.2f} as far,", end=" "
    )
    print(f"ends {away:.2f} away")

# %% [markdown]
# lr 加倍之后，终点几乎一样。这条规则只在步子小的时候成立：lr 已经靠近发散时，再乘就过了，这时要配上[预热](schedules.py)。
#
# ## 看到了什么，说明什么 { #meaning }
#
# | 分法 | 梯度 | lr | 调度的长度 |
# |---|---|---|---|
# | 整批不变，每个进程分一份 | 与一个进程相同，各份要一样大 | 不变 | 不变 |
# | 每个进程的批量不变 | 相当于更大的批量 | 常乘上进程数，配上预热 | 用分好之后的 `len(loader)` |
#
# - 预期是对的，条件也是要紧的：各份一样大，而且真的用了 DDP。
# - 优化器和调度器并不知道有几个进程。每个进程各有一个，各走各的，靠的是梯度相同、次序相同。
# - 检查点只由 0 号来存就够了；用了 `ZeroRedundancyOptimizer`，要先调用 `consolidate_state_dict()`。
#
# ## 自己动手 { #try }
#
# 1. 把 `launch(2)` 换成 `launch(4)`。哪些断言还成立？
# 2. 去掉 `scheduler.step()`，只在 0 号进程上调用它。轨迹会怎样？
# 3. 给模型加一层 `BatchNorm1d`。两个进程还等于一个吗？
