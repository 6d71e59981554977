# --8<-- [start:limits]
import torch

x, y = torch.tensor([0.5, -2.0, 3.0]), torch.zeros(3)
large = torch.nn.HuberLoss(delta=1e3)(x, y)
small = torch.nn.HuberLoss(delta=1e-3)(x, y)
print(f"large {large:.4f}, small / delta {small / 1e-3:.4f}")
torch.testing.assert_close(large, torch.nn.MSELoss()(x, y) / 2)
l1 = torch.nn.L1Loss()(x, y)
assert (small / 1e-3 - l1).abs() < 1e-3
# --8<-- [end:limits]

# --8<-- [start:clip]
w = torch.tensor([2.0], requires_grad=True)
a, target, delta = 3.0, torch.tensor([1.0]), 1.0
torch.nn.HuberLoss(delta=delta)(w * a, target).backward()
print("huber", w.grad.item())

# zh: 裁剪的是误差，还没有乘上 a
# en: the error is clipped, before it is multiplied by a
error = (w * a - target).detach()
print("error", (error.clamp(-delta, delta) * a).item())
print("gradient", (error * a).clamp(-delta, delta).item())
# --8<-- [end:clip]

# --8<-- [start:efficiency]
normal = torch.distributions.Normal(torch.tensor(0.0), torch.tensor(1.0))
for delta in (0.5, 1.0, 1.345, 2.0):
    c = torch.tensor(delta)
    inside = 2 * normal.cdf(c) - 1
    density = normal.log_prob(c).exp()
    # zh: 裁剪后误差的方差：区间内一份，区间外一份
    # en: the variance of the clipped error: a part inside, a part outside
    variance = inside - 2 * c * density + c**2 * (1 - inside)
    print(f"delta {delta:g}: {inside**2 / variance:.3f}")
# --8<-- [end:efficiency]
