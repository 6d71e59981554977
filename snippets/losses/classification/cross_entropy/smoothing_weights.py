# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 只有一个样本，目标是第 0 类；训练到收敛为止
# en: one sample of class 0, trained until it converges
target = torch.tensor([0])
weight = torch.tensor([1.0, 20.0])


def best(loss_fn):
    x = torch.zeros(1, 2, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.5)
    for _ in range(200):
        optimizer.zero_grad()
        loss_fn(x).backward()
        optimizer.step()
    return [round(p, 3) for p in x.softmax(dim=1)[0].tolist()]


for name, w in (("no weight", None), ("weight", weight)):
    p = best(lambda x, w=w: F.cross_entropy(x, target, w, label_smoothing=0.1))
    print(f"{name}: {p}")
# --8<-- [end:surprise]

# --8<-- [start:why]
q = torch.tensor([0.95, 0.05])
share = weight * q
print("w * q", [round(v, 3) for v in share.tolist()])
print("best p", [round(v, 3) for v in (share / share.sum()).tolist()])
# --8<-- [end:why]


# --8<-- [start:fix]
def weighted_samples(x):
    loss = F.cross_entropy(x, target, reduction="none", label_smoothing=0.1)
    w_y = weight[target]
    return (w_y * loss).sum() / w_y.sum()


print(best(weighted_samples))
# --8<-- [end:fix]
