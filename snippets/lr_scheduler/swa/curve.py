import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD
from optguide.swa_utils import AveragedModel, get_ema_avg_fn

# zh: 模型只有 2000 个权重，都从 10 出发，最优点是 0，梯度里混着噪声
# en: a model of 2000 weights that start at 10; the best is 0; noisy gradients
generator = torch.Generator("cpu").manual_seed(0)
model = torch.nn.Linear(2000, 1, bias=False, device="cpu")
torch.nn.init.constant_(model.weight, 10.0)
swa = AveragedModel(model)
ema = AveragedModel(model, avg_fn=get_ema_avg_fn(0.9))
optimizer = SGD(model.parameters(), lr=0.5)


def distance(module):
    return (module.weight**2).mean().sqrt().item()


curves = {"model": [], "EMA, decay 0.9": [], "SWA from step 20": []}
for step in range(100):
    noise = torch.randn(1, 2000, generator=generator, device="cpu")
    model.weight.grad = model.weight.detach() + noise
    optimizer.step()
    ema.update_parameters(model)
    if step >= 20:
        swa.update_parameters(model)
    curves["model"].append(distance(model))
    curves["EMA, decay 0.9"].append(distance(ema.module))
    averaged = distance(swa.module) if step >= 20 else float("nan")
    curves["SWA from step 20"].append(averaged)

fig, ax = plt.subplots()
for label, distances in curves.items():
    ax.plot(distances, label=label)
ax.set(xlabel="step", ylabel="distance from the minimum", yscale="log")
ax.legend()
plt.show()
