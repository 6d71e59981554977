# --8<-- [start:count]
import torch

# zh: P 类，每类 K 个：有多少个三元组
# en: P classes of K each: how many triplets are there
for P, K in ((2, 4), (8, 4), (32, 4)):
    print(f"{P * K:3} vectors: {P * K * (K - 1) * (P - 1) * K:,}")
# --8<-- [end:count]

# --8<-- [start:squared]
a = torch.tensor([0.0, 0.0], requires_grad=True)
p, n = torch.tensor([0.1, 0.0]), torch.tensor([0.0, 5.0])


def squared(x, y):
    return (x - y).square().sum(dim=-1)


for name, d in (("plain", torch.dist), ("squared", squared)):
    by_p = torch.autograd.grad(d(a, p), a)[0].norm()
    by_n = torch.autograd.grad(d(a, n), a)[0].norm()
    print(f"{name}: pull {by_p:.1f}, push {by_n:.1f}")
# --8<-- [end:squared]

# --8<-- [start:semi]
d_positive, margin = 1.0, 0.5
for d_negative in (0.6, 1.2, 1.8):
    loss = max(0.0, d_positive - d_negative + margin)
    kind = "easy" if loss == 0 else "hard" if d_negative < d_positive else "semi-hard"
    print(f"d(a, n) {d_negative}: loss {loss:.1f}, {kind}")
# --8<-- [end:semi]
