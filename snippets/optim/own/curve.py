import torch
from matplotlib import pyplot as plt

# zh: 一条峡谷：y 方向的曲率是 x 方向的 50 倍
# en: a valley: the curvature in y is 50 times that in x
curvature = torch.tensor([1.0, 50.0])
optimizers = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.03),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.03, momentum=0.7),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.3),
}
fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
for name, build in optimizers.items():
    theta = torch.tensor([-4.0, 0.5], requires_grad=True)
    optimizer = build([theta])
    path, losses = [], []
    for _ in range(41):
        optimizer.zero_grad()
        loss = 0.5 * (curvature * theta**2).sum()
        loss.backward()
        path.append(theta.tolist())
        losses.append(loss.item())
        optimizer.step()
    x, y = zip(*path, strict=True)
    top.plot(x, y, marker=".")
    bottom.semilogy(losses, label=name)
top.set(xlabel="x", ylabel="y")
bottom.set(xlabel="step", ylabel="loss", ylim=(1e-9, None))
bottom.legend(loc="lower left")
plt.show()
