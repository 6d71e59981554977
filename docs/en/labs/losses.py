# ---
# description: Lab, losses in trouble — label noise and label smoothing, class imbalance with weights and calibration, outliers in a regression with MSE, L1 and Huber, measured on real data.
# ---

# %% [markdown]
# # Lab: losses in trouble { #losses }
#
# **Question**: wrong labels, a rare class, wild targets. How much does another loss save, and what does it cost?
#
# **Expectation**: label smoothing withstands some of the wrong labels, class weights find the rare class, L1 and Huber do not mind outliers.
#
# Three small experiments, with data from scikit-learn.

# %%
import torch
from sklearn.datasets import load_diabetes, load_digits
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

digits = load_digits()
images = torch.tensor(digits.data / 16)
labels = torch.tensor(digits.target)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train_x, valid_x = images[order].split([1437, 360])
train_y, valid_y = labels[order].split([1437, 360])
SEEDS = range(3)


def train(model, x, y, loss_f, seed, steps, lr=0.1):
    generator = torch.Generator().manual_seed(seed)
    for parameter in model.parameters():
        if parameter.ndim == 2:
            nn.init.kaiming_normal_(parameter, generator=generator)
        else:
            nn.init.zeros_(parameter)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    for _ in range(steps):
        batch = torch.randint(len(y), (128,), generator=generator)
        optimizer.zero_grad()
        loss_f(model(x[batch]), y[batch]).backward()
        optimizer.step()


# %% [markdown]
# ## Wrong labels and label smoothing { #noise }
#
# Three in ten training labels are replaced by another digit; those of the validation set are right. [Label smoothing](../losses/classification/cross_entropy.md) forbids the network to be entirely certain of any label. Three seeds each:


# %%
def with_noise(y, share, seed):
    generator = torch.Generator().manual_seed(seed)
    wrong = torch.randperm(len(y), generator=generator)[: int(share * len(y))]
    other = torch.randint(1, 10, (len(wrong),), generator=generator)
    y = y.clone()
    y[wrong] = (y[wrong] + other) % 10
    return y


print("noise  smoothing  accuracy        valid loss  confidence")
accuracy = {}
for share in (0.0, 0.3):
    for smoothing in (0.0, 0.3):
        rows = []
        for seed in SEEDS:
            model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
            loss_f = nn.CrossEntropyLoss(label_smoothing=smoothing)
            noisy = with_noise(train_y, share, seed)
            train(model, train_x, noisy, loss_f, seed, steps=250)
            with torch.no_grad():
                logits = model(valid_x)
            right = (logits.argmax(dim=1) == valid_y).sum().item() / 360
            confidence = logits.softmax(dim=1).amax(dim=1).mean().item()
            rows.append((right, F.cross_entropy(logits, valid_y).item(), confidence))
        rows = torch.tensor(rows)
        accuracy[share, smoothing] = rows[:, 0]
        a, b, c = rows.mean(dim=0)
        spread = rows[:, 0].std()
        print(
            f"{share}    {smoothing}        {a:.3f} ±{spread:.3f}   {b:.3f}       {c:.3f}"
        )

# %% [markdown]
#

# %% [markdown]
# ## A rare class and class weights { #imbalance }
#
# Find the digit 8: of the training set 30 eights stay, beside more than a thousand others. The validation set is untouched; about a tenth of it are eights. The model is logistic regression. The weight is the ratio of the two counts, which makes both classes equally important.
#
# **Recall** is the share of the eights that are found, **false alarms** the share of the others taken for an eight. **Mean probability**, over the training set, is how many eights the model believes in. If it is well calibrated, that is the true share:

# %%
is_eight, valid_eight = (train_y == 8).long(), valid_y == 8
eights, others = is_eight.nonzero()[:30, 0], (is_eight == 0).nonzero()[:, 0]
kept = torch.cat([eights, others])
few_x, few_y = train_x[kept], is_eight[kept]
ratio = len(others) / len(eights)
print(len(eights), "eights,", len(others), "others: weight", round(ratio, 1))
print(f"true share {len(eights) / len(kept):.3f}")


def eight_probability(model, x):
    with torch.no_grad():
        return model(x).softmax(dim=1)[:, 1]


def report(name, p, mean):
    recall = (p[valid_eight] > 0.5).double().mean().item()
    alarms = (p[~valid_eight] > 0.5).double().mean().item()
    print(f"{name:<10} {recall:.2f}    {alarms:.3f}         {mean:.3f}")
    return recall, alarms, mean


print("weight     recall  false alarms  mean probability")
found, odds = {}, {}
for weight in (1.0, ratio):
    model = nn.Linear(64, 2)
    loss_f = nn.CrossEntropyLoss(weight=torch.tensor([1.0, weight]))
    train(model, few_x, few_y, loss_f, seed=0, steps=400)
    mean = eight_probability(model, few_x).mean().item()
    p = eight_probability(model, valid_x)
    found[weight] = report(f"{weight:.1f}", p, mean)
    odds[weight] = p / (1 - p)

# %% [markdown]
#

# %%
shifted = odds[1.0] * ratio
p = shifted / (1 + shifted)
recall, alarms, _ = report("shifted", p, p.mean().item())
assert recall > found[1.0][0]

# %% [markdown]
# ## Outliers and regression losses { #outliers }
#
# The diabetes data of scikit-learn: 442 patients, 10 features, and how the disease stands after a year. 330 are for training; features and target are standardised. 20 of those targets get 10 standard deviations added, like a slip in typing. The validation set is untouched.

# %%
diabetes = load_diabetes()
x, y = torch.tensor(diabetes.data), torch.tensor(diabetes.target)[:, None]
x, y = (x - x.mean(dim=0)) / x.std(dim=0), (y - y.mean()) / y.std()
order = torch.randperm(442, generator=torch.Generator().manual_seed(0))
fit, check = order.split([330, 112])
spoilt = y[fit].clone()
spoilt[:20] += 10

LOSSES = {"MSE": nn.MSELoss(), "L1": nn.L1Loss(), "Huber": nn.HuberLoss(delta=0.5)}
error = {}
print("loss   targets  mean |error|  mean error")
for name, loss_f in LOSSES.items():
    for kind, target in (("clean", y[fit]), ("spoilt", spoilt)):
        model = nn.Linear(10, 1)
        train(model, x[fit], target, loss_f, seed=0, steps=300, lr=0.02)
        with torch.no_grad():
            difference = model(x[check]) - y[check]
        error[name, kind] = difference.abs().mean().item()
        bias = difference.mean().item()
        print(f"{name:<6} {kind:<8} {error[name, kind]:.3f}         {bias:+.3f}")
