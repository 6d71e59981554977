# ---
# description: 实验，损失遇上麻烦。标签噪声与标签平滑，类别不平衡时的权重与校准，回归里的离群值与 MSE、L1、Huber，都在真实数据上测量。
# ---

# %% [markdown]
# # 实验：损失遇上麻烦 { #losses }
#
# **问题**：标签有错、类别一多一少、目标里混着离谱的值，换一种损失能救回多少？代价是什么？
#
# **预期**：标签平滑挡得住一部分错标签；类别权重能找回少数类；L1 和 Huber 不怕离群值。
#
# 三个小试验，数据都来自 scikit-learn。

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
# ## 错标签与标签平滑 { #noise }
#
# 训练集里三成的标签换成别的数字；验证集的标签都是对的。[标签平滑](../losses/classification/cross_entropy.md)不许网络对任何标签百分之百肯定。每种三个种子：


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
# 三成错标签时，平滑平均多认对近两个百分点；没有错标签时，它没有用处。代价写在最后一列：没有错标签、认对百分之 97 的网络，只有百分之 66 的把握。这样的概率不能拿来用，验证损失也因此更高。

# %% [markdown]
# ## 少数类与类别权重 { #imbalance }
#
# 认出数字 8：训练集里只留 30 张 8，另有一千多张不是 8；验证集不动，约一成是 8。模型是逻辑回归。权重取两类张数之比，等于让两类一样重要。
#
# - **召回**：真正的 8 里，有多少被认了出来。
# - **误报**：其余的数字里，有多少被当成了 8。
# - **平均概率**：模型以为训练集里有多少是 8；校准得好，它就等于真实的比例。

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
# 权重找回了更多的 8，也带来误报，概率则成了真实比例的两倍多。可这真是权重的功劳吗？不加权的模型，把门槛从 0.5 降低，降到误报与加权的一样多：

# %%
plain = probability[1.0]
threshold = plain[~valid_eight].quantile(1 - found[ratio][1]).item()
recall = (plain[valid_eight] > threshold).double().mean().item()
alarms = (plain[~valid_eight] > threshold).double().mean().item()
print(f"threshold {threshold:.2f}: recall {recall:.2f}, false alarms {alarms:.3f}")
assert abs(recall - found[ratio][0]) < 0.05

# %% [markdown]
# ## 离群值与回归损失 { #outliers }
#
# scikit-learn 的糖尿病数据：442 位病人，10 个特征，目标是一年后的病情。330 位用来训练，特征和目标都先标准化。把其中 20 位的目标加上 10 个标准差，就像录入时错了一位；验证集不动。

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
# 干净的目标上，三种损失一样好。二十个离谱的目标，就把 MSE 的预测平均抬高了将近半个标准差；L1 和 Huber 几乎没有察觉。
#
# ## 看到了什么，说明什么 { #meaning }
#
# | 麻烦 | 换上 | 得到 | 代价 |
# |---|---|---|---|
# | 三成标签错了 | 标签平滑 | 准确率高近两个百分点 | 概率偏低，不能直接用 |
# | 一类很少 | 类别权重 | 召回从 0.58 到 0.79 | 误报，概率偏高 |
# | 目标里有离群值 | L1 或 Huber | 误差与干净时一样 | 这里没有 |
#
# - 三个预期都对，但前两个都以概率为代价。需要概率的时候，别动损失。
# - 类别权重换来的，在这里把门槛降到 0.11 也能得到，而且不用重新训练，平均概率也与真实的比例相近。先试门槛，再试权重；挑门槛用的数据，不要再拿来评分。
# - 回归里只要怀疑有离谱的目标，Huber 几乎是白得的。
#
# ## 自己动手 { #try }
#
# 1. 错标签加到一半。平滑取多大最好？
# 2. 权重取 `ratio ** 0.5`。召回、误报和平均概率各落在哪里？
# 3. 让离群值一半加 10、一半减 10。MSE 的偏差消失了，误差呢？
