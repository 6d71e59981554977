import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import ReduceLROnPlateau
from optguide.optim import SGD

# zh: 2000 个参数，都从 10 出发，最优点是 0，梯度里混着噪声
# en: 2000 parameters that start at 10; the best value is 0; gradients are noisy
generator = torch.Generator("cpu").manual_seed(0)
w = torch.full((2000,), 10.0, device="cpu", requires_grad=True)
optimizer = SGD([w], lr=0.5)
scheduler = ReduceLROnPlateau(optimizer, factor=0.3, patience=5, threshold=0.01)
losses, lrs = [], []
for _ in range(120):
    noise = torch.randn(2000, generator=generator, device="cpu")
    w.grad = w.detach() + noise
    optimizer.step()
    loss = (w**2).mean().item()
    losses.append(loss)
    lrs += scheduler.get_last_lr()
    scheduler.step(loss)

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
top.plot(losses)
top.set(ylabel="loss", yscale="log")
bottom.plot(lrs, "C1", drawstyle="steps-post")
bottom.set(xlabel="epoch", ylabel="lr", yscale="log", ylim=(0.01, 1))
plt.show()
