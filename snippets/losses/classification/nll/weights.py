# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

p = torch.tensor([[0.7, 0.2, 0.1], [0.3, 0.6, 0.1], [0.2, 0.5, 0.3]])
x, y = p.log(), torch.tensor([0, 2, 1])
weight = torch.tensor([1.0, 2.0, 5.0])

none = F.nll_loss(x, y, weight, reduction="none")
mean = F.nll_loss(x, y, weight)
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {mean.item():.4f} = {none.sum().item():.4f} / {weight[y].sum():g}")
torch.testing.assert_close(mean, none.sum() / weight[y].sum())
# --8<-- [end:surprise]

# --8<-- [start:scale]
# zh: 权重同乘一个数：平均不变，总和变
# en: all weights times ten: the mean stays, the sum does not
torch.testing.assert_close(F.nll_loss(x, y, 10 * weight), mean)
total = F.nll_loss(x, y, 10 * weight, reduction="sum")
print(f"{(total / none.sum()).item():.1f}")

# zh: 只有一个样本：有没有权重都一样
# en: a single sample: the same with weights and without
torch.testing.assert_close(F.nll_loss(x[1:2], y[1:2], weight), -x[1, 2])
# --8<-- [end:scale]

# --8<-- [start:fix]
# zh: 分批累加：先把整批的除数算好
# en: in parts: know the divisor of the whole first
divisor = weight[y].sum()
parts = [(x[:1], y[:1]), (x[1:], y[1:])]
sums = [F.nll_loss(a, b, weight, reduction="sum") / divisor for a, b in parts]
means = [F.nll_loss(a, b, weight) for a, b in parts]
print(f"sums {sum(sums).item():.4f}, mean of means {sum(means).item() / 2:.4f}")
torch.testing.assert_close(sum(sums), mean)
# --8<-- [end:fix]
