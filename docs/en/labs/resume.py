# ---
# description: Lab, stop and resume across processes — a training stops in one process and goes on in another, equal to the last bit; then the wrong ways, each one run.
# ---

# %% [markdown]
# # Lab: stop and resume across processes { #resume }
#
# **Question**: a training stops in one process and goes on in another. Can it equal, bit for bit, the one that never stopped? What does each mistake do?
#
# **Expectation**: model, optimizer, scheduler and random generator in the checkpoint are enough. Leave one out, or get the order wrong, and the result differs, mostly without a word.
#
# The page of [the training loop](../training/index.md#resume) resumes in the same process. Here every part is a new process, and nothing comes over but the checkpoint.

# %%
import subprocess
import sys
from pathlib import Path

import torch

# %% [markdown]
# ## The program { #program }
#
# One file; its arguments are the step to go to, and one or more names:
#
# - `never` starts from the beginning, and so does `stop`, which ends earlier;
# - `right` goes on from the checkpoint of `stop`;
# - the other names make one mistake each.
#
# Weights begin with another seed each time, so that what the checkpoint lacks can't come back by luck. `Dropout` draws from torch's default generator, batches from one of their own, so both states are saved. The schedule is warmup, then cosine: every step has another learning rate.

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
# ## Stop at step 8 { #stop }
#
# Two processes: one goes all 40 steps, the other stops at step 8, in the middle of warmup. What the checkpoint holds:

# %%
finish(start(40, "never"), start(8, "stop"))
never, stopped = load("never"), load("stop")
print(*stopped)
print("step", stopped["step"])
print("lr for the next step", round(stopped["optimizer"]["param_groups"][0]["lr"], 6))
print("calls of scheduler.step()", stopped["scheduler"]["last_epoch"])

# %% [markdown]
# ## Resume in another process { #right }
#
# One new process goes the right way, another makes the seven mistakes one after the other:

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
# Equal to the last bit: weights, momentum buffers, and the learning rate of every step are those of the training that never stopped.
#
# ## Can the mistakes be seen { #mistakes }
#
# The learning rate of the first step after the resume, the largest from then on, and the largest difference of the final weights:


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
# One line of eight is right, and none of them raised an error. The learning rate gives away three:
#
# - The optimizer not loaded, or loaded before the scheduler was built: warmup is back at its start, 0.01. Building a scheduler overwrites the learning rate in the optimizer, so load the optimizer **last**, at least after the scheduler was built.
# - The scheduler not restored: the learning rate starts from the 0.082 of the checkpoint, the factors of warmup multiply it all over again, up to 0.75, and training blows up.
#
# In the other four every learning rate is right. In the last line the model does not move at all: the optimizer still holds the parameters of the old one.

# %%
lrs = {name: load(name)["lrs"] for name in MISTAKES}
wrong = [name for name in MISTAKES if lrs[name] != right["lrs"]]
print("wrong lr:", ", ".join(wrong))
assert len(wrong) == 3
assert same(load("model replaced")["model"], stopped["model"])
assert max(lrs["no scheduler"]) > 7 * max(right["lrs"])

# %% [markdown]
# ## What was seen, and what it means { #meaning }
#
# 1. Build model, optimizer and scheduler.
# 2. Restore model, optimizer, scheduler; the optimizer not before the scheduler of point 1 exists.
# 3. Restore every generator: that of the batches, that of `Dropout`, and on a GPU the one of the GPU.
# 4. Go on from the step in the checkpoint.
#
# The expectation was right, and "without a word" more so than expected. Only an experiment like this finds a mistake: stop once, resume, compare bit for bit with the training that never stopped. Write one for your own program; a few steps are enough.
#
# The page of [the state dict](../optim/state_dict.md) has the details of each part.
#
# ## Now you { #try }
#
# 1. Stop at step 20, long after warmup. Which mistakes become harder to see?
# 2. Take out `Dropout`. Which line becomes 0?
# 3. Forget `step` too, and begin at 0. What does the learning rate do?
