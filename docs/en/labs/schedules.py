# ---
# description: Lab, six schedules at equal budget — an lr range test, then constant, step, cosine, one-cycle, warmup with cosine and plateau on handwritten digits, four seeds each.
# ---

# %% [markdown]
# # Lab: six schedules at equal budget { #schedules }
#
# **Question**: training may take 184 steps and no more. How should the learning rate go?
#
# **Expectation**: whatever brings the learning rate down beats what does not; how it comes down matters little; warmup helps where the peak is large.
#
# Equal budget means as many steps, batches of the same size, and the same peak. One result may be luck, so each schedule gets four seeds.

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
# ## Data and training { #training }
#
# The data are those of [the lab before](digits.py): 1437 images to train, 360 to validate. A batch is 64 images, an epoch 23 steps, and there are 8 epochs.

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
# ## The lr range test { #range }
#
# How large should the peak be? Multiply the learning rate by the same number at every step, from 0.001 up to 10, and note the loss. First it does not move, then it falls, and in the end it blows up.

# %% alt="Learning rate from 0.001 to 10 on a logarithmic axis, loss on the vertical axis. From about 2.5 the loss falls quickly between 0.01 and 0.1, is lowest near 0.3, and blows up above 1."
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
# The loss is lowest at 0.3, and at 1 it blows up. A peak should be large, but below that. Two are compared in what follows: 0.1 is on the small side, 0.4 is just before the edge.
#
# ## Six schedules { #six }
#
# All but plateau take a step for every batch. [Plateau](../lr_scheduler/reduce_lr_on_plateau.md) looks at the validation loss, so it takes one for every epoch. [One-cycle](../lr_scheduler/one_cycle_lr.md) would also move momentum the other way; that is switched off (`cycle_momentum=False`), so that nothing but the learning rate differs.


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
# The learning rates that the last seed used, for the peak of 0.4:

# %% alt="Six learning rate curves over 184 steps. Constant is flat; step falls tenfold at steps 92 and 138; cosine goes smoothly from 0.4 to zero; one-cycle rises, then falls; warmup with cosine rises for one epoch, then falls; plateau drops suddenly on the way."
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
# ## Results { #results }
#
# The training loss is the mean of the last epoch; validation loss and accuracy are measured at the end. ± is the standard deviation of four seeds.

# %%
for peak in PEAKS:
    print(f"peak {peak}        train loss    valid loss    accuracy")
    for name in schedules(peak):
        mean, spread = table[peak, name].mean(dim=0), table[peak, name].std(dim=0)
        print(f"  {name:<13}", end="")
        for m, s in zip(mean, spread, strict=True):
            print(f"  {m:.3f} ±{s:.3f}", end="")
        print()

# %% alt="One row for each schedule, accuracy on the horizontal axis, a point for each of four seeds. With peak 0.1 all points crowd around 0.955. With peak 0.4 those of constant scatter widely, and those of cosine, one-cycle and warmup with cosine lie to the right."
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
# The conclusions as assertions, by training loss:

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
# ## What was seen, and what it means { #meaning }
#
# - **With a small peak, not falling is best.** At 0.1 every schedule makes steps smaller that were small already, and its training loss is above that of constant. Here the expectation was wrong.
# - **With a large peak, whatever falls wins.** At 0.4 constant has the highest training loss, and its seeds differ most: the steps are long enough to jump about in the valley.
# - The three smooth schedules with 0.4 beat constant with 0.1 on every seed. They differ less from each other than their seeds do.
# - So choose schedule and peak together: a range test first, a peak close to the edge, then a smooth way down to zero.
#
# This is a small task with one batch size. What to take away is the method: equal budget, equal seeds, and the standard deviation in the table.
#
# ## Now you { #try }
#
# 1. Raise `EPOCHS` to 16. Is constant at 0.1 still ahead?
# 2. Take a peak of 0.8. Does warmup save it?
# 3. Give plateau a `patience` of 2. When does it fall now?
