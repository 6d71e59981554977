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

noisy, clean = (accuracy[s, 0.3] - accuracy[s, 0.0] for s in (0.3, 0.0))
print("gain with noise   ", *(f"{gain:+.3f}" for gain in noisy))
print("gain without noise", *(f"{gain:+.3f}" for gain in clean))
assert noisy.mean() > 0.01

# %% [markdown]
# With three wrong labels in ten, smoothing gains almost two points of accuracy on average; without wrong labels it gains nothing. The price is in the last column: without wrong labels the network is right in 97 of 100 cases and claims to be 66 percent sure. Such probabilities are of no use, and the validation loss is higher for it.

# %% [markdown]
# ## A rare class and class weights { #imbalance }
#
# Find the digit 8: of the training set 30 eights stay, beside more than a thousand others. The validation set is untouched; about a tenth of it are eights. The model is logistic regression. The weight is the ratio of the two counts, which makes both classes equally important.
#
# - **Recall**: how many of the true eights are found.
# - **False alarms**: how many of the other digits are taken for an eight.
# - **Mean probability**: how many eights the model believes the training set to have; if it is well calibrated, that is the true share.

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
found, probability = {}, {}
for weight in (1.0, ratio):
    model = nn.Linear(64, 2)
    loss_f = nn.CrossEntropyLoss(weight=torch.tensor([1.0, weight]))
    train(model, few_x, few_y, loss_f, seed=0, steps=400)
    mean = eight_probability(model, few_x).mean().item()
    p = eight_probability(model, valid_x)
    found[weight] = report(f"{weight:.1f}", p, mean)
    probability[weight] = p
assert found[1.0][0] < found[ratio][0]
assert found[ratio][2] > 2 * len(eights) / len(kept)

# %% [markdown]
# The weight finds more eights and brings false alarms, and the probability becomes more than twice the true share. But is it the weight that does it? Take the model without weights, and lower its threshold from 0.5 until it has as many false alarms as the other:

# %%
plain = probability[1.0]
threshold = plain[~valid_eight].quantile(1 - found[ratio][1]).item()
recall = (plain[valid_eight] > threshold).double().mean().item()
alarms = (plain[~valid_eight] > threshold).double().mean().item()
print(f"threshold {threshold:.2f}: recall {recall:.2f}, false alarms {alarms:.3f}")
assert abs(recall - found[ratio][0]) < 0.05

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

for name in ("L1", "Huber"):
    assert abs(error[name, "spoilt"] - error[name, "clean"]) < 0.02
assert error["MSE", "spoilt"] > 1.2 * error["MSE", "clean"]

# %% [markdown]
# On clean targets the three losses are equally good. Twenty wild ones lift the predictions of MSE by almost half a standard deviation on average; L1 and Huber hardly notice.
#
# ## What was seen, and what it means { #meaning }
#
# | Trouble | Remedy | Gain | Cost |
# |---|---|---|---|
# | three wrong labels in ten | label smoothing | almost two points of accuracy | probabilities too low to be used |
# | a rare class | class weights | recall from 0.58 to 0.79 | false alarms, probabilities too high |
# | outliers among the targets | L1 or Huber | the error of clean targets | none here |
#
# - All three expectations were right, but the first two are paid for with the probabilities. Where you need those, leave the loss alone.
# - What class weights gained, a threshold of 0.11 gains here too, without training again, and the mean probability stays close to the true share. Try the threshold first, then weights; data that chose a threshold must not grade it.
# - In a regression where you suspect wild targets, Huber costs next to nothing.
#
# ## Now you { #try }
#
# 1. Make half of the labels wrong. Which smoothing is best?
# 2. Take `ratio ** 0.5` as the weight. Where do recall, false alarms and mean probability end?
# 3. Let half of the outliers be 10 too high and half 10 too low. The bias of MSE vanishes; and its error?
