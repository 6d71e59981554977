# ---
# description: 实验，跨进程停止与恢复。训练在一个进程里停下，在另一个进程里接着走，结果逐位相同；再把几种弄错的顺序跑给你看。
# ---

# %% [markdown]
# # 实验：跨进程停止与恢复 { #resume }
#
# **问题**：训练在一个进程里停下，在另一个进程里接着走，能不能和从未停过一位不差？哪一步做错了会怎样？
#
# **预期**：检查点里有模型、优化器、调度器和随机数发生器，四样都在就够了。少一样，或者顺序弄错，结果就不同，而且多半没有提示。
#
# [训练循环](../training/index.md#resume)那一页在同一个进程里恢复。这里每一段都是一个新进程，除了检查点，什么都带不过去。

# %%
import subprocess
import sys
from pathlib import Path

import torch

# %% [markdown]
# ## 程序 { #program }
#
# 一个文件，参数是走到第几步为止，以及一个或几个名字：
#
# - `never` 从头走起，`stop` 也是，只是早一点停；
# - `right` 从 `stop` 的检查点接着走；
# - 其余的名字各弄错一处。
#
# 权重每次都从另一个种子开始，检查点里没有的东西就不会碰巧对上。`Dropout` 从 torch 的默认发生器抽样，批次从自己的发生器抽，所以两个状态都要存。调度是先预热、再余弦，每一步的学习率都不同。

# %%
JOB = """
import sys

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
x = torch.randn(256, 8, generator=torch.Generator().manual_seed(0))
y = x.sin().sum(dim=1, keepdim=True)


def make_model():
    return nn.Sequential(
        nn.Linear(8, 32), nn.Tanh(), nn.Dropout(0.1), nn.Linear(32, 1)
    )


def make_scheduler(optimizer):
    up = LinearLR(optimizer, start_factor=0.1, total_iters=10)
    down = CosineAnnealingLR(optimizer, T_max=30)
    return SequentialLR(optimizer, [up, down], milestones=[10])


def run(last, name):
    fresh = name in ("never", "stop")
    torch.manual_seed(0 if fresh else 1)
    batches = torch.Generator().manual_seed(0 if fresh else 1)
    model = make_model()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    step, saved = 0, None if fresh else torch.load("stop.pt", weights_only=True)
    if name == "optimizer before scheduler":
        optimizer.load_state_dict(saved["optimizer"])
    scheduler = make_scheduler(optimizer)

    if saved:
        step = saved["step"]
        if name == "model replaced":
            model = make_model()
        if name != "no model":
            model.load_state_dict(saved["model"])
        if name not in ("no optimizer", "optimizer before scheduler"):
            optimizer.load_state_dict(saved["optimizer"])
        if name != "no scheduler":
            scheduler.load_state_dict(saved["scheduler"])
        if name != "no batches":
            batches.set_state(saved["batches"])
        if name != "no default generator":
            torch.set_rng_state(saved["default"])

    lrs = []
    while step < last:
        batch = torch.randint(256, (32,), generator=batches)
        loss = nn.functional.mse_loss(model(x[batch]), y[batch])
        optimizer.zero_grad()
        loss.backward()
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
        step += 1
    return {
        "step": step,
        "lrs": lrs,
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "batches": batches.get_state(),
        "default": torch.get_rng_state(),
    }


for name in sys.argv[2:]:
    torch.save(run(int(sys.argv[1]), name), f"{name}.pt")
"""
Path("job.py").write_text(JOB)


def start(last, *names):
    return subprocess.Popen([sys.executable, "job.py", str(last), *names])


def finish(*processes):
    assert [process.wait(timeout=500) for process in processes] == [0] * len(processes)


def load(name):
    return torch.load(f"{name}.pt", weights_only=True)


# %% [markdown]
# ## 停在第 8 步 { #stop }
#
# 两个进程：一个走完 40 步，一个走到第 8 步就停，这时预热还没有结束。检查点里有什么：

# %%
finish(start(40, "never"), start(8, "stop"))
never, stopped = load("never"), load("stop")
print(*stopped)
print("step", stopped["step"])
print("lr for the next step", round(stopped["optimizer"]["param_groups"][0]["lr"], 6))
print("calls of scheduler.step()", stopped["scheduler"]["last_epoch"])

# %% [markdown]
# ## 在另一个进程里恢复 { #right }
#
# 一个新进程走对的路，另一个把七种错误挨个走一遍：

# %%
MISTAKES = (
    "no model",
    "no optimizer",
    "no scheduler",
    "no batches",
    "no default generator",
    "optimizer before scheduler",
    "model replaced",
)
finish(start(40, "right"), start(40, *MISTAKES))


def same(a, b):
    return all(torch.equal(a[name], b[name]) for name in a)


right = load("right")
print("weights equal:", same(right["model"], never["model"]))
print("lrs equal:    ", stopped["lrs"] + right["lrs"] == never["lrs"])
assert same(right["model"], never["model"])
assert stopped["lrs"] + right["lrs"] == never["lrs"]
for a, b in zip(
    right["optimizer"]["state"].values(),
    never["optimizer"]["state"].values(),
    strict=True,
):
    assert torch.equal(a["momentum_buffer"], b["momentum_buffer"])

# %% [markdown]
# 一位不差：权重、动量缓冲、每一步的学习率，都与从未停过的相同。
#
# ## 错在哪里，看得出吗 { #mistakes }
#
# 恢复后第一步的学习率，之后最大的学习率，以及最后的权重与对的相差最多多少：


# %%
def difference(a, b):
    return max((a[name] - b[name]).abs().max().item() for name in a)


print("                            first lr  largest  weights off by")
for name in ("right", *MISTAKES):
    result = load(name)
    off = difference(result["model"], never["model"])
    lrs = result["lrs"]
    print(f"{name:<26}  {lrs[0]:.4f}    {max(lrs):.4f}   {off:.3f}")
    assert (off == 0) == (name == "right")

# %% [markdown]
# 八行里只有一行是对的，却没有一行报错。学习率只揭穿三行：
#
# - 没有加载优化器，或者加载之后才建调度器：预热回到了起点 0.01。建调度器会改写优化器里的学习率，所以优化器要**最后**加载，至少在建调度器之后。
# - 没有恢复调度器：学习率从检查点的 0.082 起步，预热的倍数却从头再乘一遍，一直乘到 0.75，训练就炸了。
#
# 其余四行的学习率全都正确。最后一行的模型干脆一动不动：优化器手里还是旧模型的参数。

# %%
lrs = {name: load(name)["lrs"] for name in MISTAKES}
wrong = [name for name in MISTAKES if lrs[name] != right["lrs"]]
print("wrong lr:", ", ".join(wrong))
assert len(wrong) == 3
assert same(load("model replaced")["model"], stopped["model"])
assert max(lrs["no scheduler"]) > 7 * max(right["lrs"])

# %% [markdown]
# ## 看到了什么，说明什么 { #meaning }
#
# 1. 建好模型、优化器、调度器；
# 2. 依次恢复模型、优化器、调度器，优化器不能早于第 1 步的调度器；
# 3. 恢复每一个发生器：批次的、`Dropout` 的，在 GPU 上还有 GPU 的；
# 4. 从检查点里的步数接着走。
#
# 预期是对的，只是“没有提示”比想的还要彻底。能发现错误的只有这样的试验：停一次，恢复，与从未停过的逐位比较。给自己的训练程序也写一个，几步就够。
#
# 各部分的细节见[状态字典](../optim/state_dict.md)一页。
#
# ## 自己动手 { #try }
#
# 1. 停在第 20 步，预热早已结束。哪几种错误变得更难发现？
# 2. 把 `Dropout` 去掉。哪一行会变成 0？
# 3. 把 `step` 也忘掉，从第 0 步走起。学习率会怎样？
