# ---
# description: Lab, two processes and one model — DistributedDataParallel and ZeroRedundancyOptimizer follow the trajectory of one process, and what learning rate and schedule must know of their number.
# ---

# %% [markdown]
# # Lab: two processes, one model { #processes }
#
# **Question**: a batch is shared between two processes. Do they still train the same model, and do learning rate and schedule have to change?
#
# **Expectation**: the mean gradient of a batch is the mean of the mean gradients of its halves. So with halves of equal size every step should be that of one process with the whole batch; and the schedule stays, since the number of steps does.
#
# Both processes run on this machine, on the CPU, and talk through gloo. On two GPUs the program has the same structure.

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
# ## The program { #program }
#
# Every process runs the same file and differs in its number only, its rank. How many there are is the world size. A few points:
#
# - The starting weights have different seeds on purpose: `DistributedDataParallel` (DDP) begins by sending those of rank 0 to all.
# - Each whole batch is drawn from the same generator, and `batch[rank::world]` takes the own share of it.
# - Inside `backward()`, DDP replaces the gradients by their mean over the processes. Then each process takes its own step; the steps are equal, so the weights stay equal.
# - The third training leaves out DDP, as happens by mistake.
# - `gradient`, at the end, computes one gradient of five samples: three for rank 0, two for rank 1.

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
# ## The same trajectory { #same }
#
# 40 steps, and the weights after each are kept. The largest difference between the two processes, and from one process:


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
# - With DDP the weights of both processes are equal to the last bit. From one process they differ in the last digits only, by the order of summation.
# - Without DDP the result is two different models. There is no error and no warning.
#
# ## Sharing the momentum buffers { #zero }
#
# `ZeroRedundancyOptimizer` follows the same trajectory, and splits the optimizer's state: each process updates its share of the parameters and sends the result to the others. How many numbers of momentum each process keeps:

# %%
for name in ("DDP", "ZeRO"):
    print(f"{name:<4}", [result[name]["buffers"] for result in two])
parameters = one["DDP"]["buffers"]
assert [result["DDP"]["buffers"] for result in two] == [parameters] * 2
assert sum(result["ZeRO"]["buffers"] for result in two) == parameters

# %% [markdown]
# Parameters are shared whole, so the shares differ: the first weight matrix alone has 2048 numbers. In total everything is kept once.
#
# ## Shares of different size { #uneven }
#
# Five samples make three and two. The mean of the means is no longer the mean of all:

# %%
for name in ("mean", "sum"):
    difference = gap(two[0][name], one[name])
    print(f"{name:<4}  largest difference {difference:.3f}")
assert gap(two[0]["mean"], one["mean"]) > 0.01
assert gap(two[0]["sum"], one["sum"]) < 1e-12

# %% [markdown]
# The second line is right: every process sums its losses, multiplies by the number of processes and divides by the number of samples. DDP's mean takes the number of processes out again. [Gradient accumulation](../optim/zero_grad.md#accumulation) has the same trouble and the same cure.
#
# ## What learning rate and schedule must know { #world-size }
#
# So far the whole batch kept its size, and nothing had to change. The usual split is another: every process goes on with batches of 64, the whole batch becomes 128, and an epoch has half the steps. `DistributedSampler` splits like that:

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
# Compute the length of a schedule from `len(loader)` after the split. With the steps of one process a cosine gets only half-way, and almost half of the learning rate is left at the end. Of an odd number of samples the sampler repeats one, so that the shares are equal. And call `sampler.set_epoch(epoch)` before each epoch, or they all have the same order:

# %%
first, second = list(sampler), list(sampler)
sampler.set_epoch(1)
print("without set_epoch, same order:", first == second)
third = list(sampler)
print("with set_epoch, same order:   ", first == third)
assert first == second != third

# %% [markdown]
# Half as many steps with the same lr go half as far. The usual remedy is to multiply lr by the number of processes. Two processes with a whole batch of 128 equal one process with a batch of 128, so one process is enough here: one epoch, compared with batches of 64.


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
# With twice the lr the end is almost the same. The rule holds for small steps only: an lr close to divergence is too large when doubled, and then needs [warmup](schedules.py).
#
# ## What was seen, and what it means { #meaning }
#
# | Split | Gradient | lr | Length of the schedule |
# |---|---|---|---|
# | the whole batch stays, each process takes a share | that of one process, if shares are equal | as before | as before |
# | the batch of each process stays | that of a larger batch | often times the number of processes, with warmup | from `len(loader)` after the split |
#
# - The expectation was right, and its conditions matter: equal shares, and DDP really in use.
# - Optimizer and scheduler do not know how many processes there are. Each process has its own; they agree because gradients and order agree.
# - It is enough that rank 0 saves the checkpoint. With `ZeroRedundancyOptimizer`, call `consolidate_state_dict()` first.
#
# ## Now you { #try }
#
# 1. Replace `launch(2)` by `launch(4)`. Which assertions still hold?
# 2. Call `scheduler.step()` on rank 0 only. What becomes of the trajectory?
# 3. Give the model a `BatchNorm1d` layer. Are two processes still one?
