# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 同一个输入，真实类别是 0、1、2 的概率
# en: one and the same input: the probabilities that the true class is 0, 1 or 2
p_true = torch.tensor([0.4, 0.35, 0.25], dtype=torch.float64)
y = torch.arange(3)


def best_scores(loss_fn):
    x = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    for step in range(3000):
        expected = (p_true * loss_fn(x.expand(3, 3), y)).sum()
        (gradient,) = torch.autograd.grad(expected, x)
        with torch.no_grad():
            x -= gradient / (1 + step / 10)
    return x.detach()


hinge = best_scores(lambda x, y: F.multi_margin_loss(x, y, reduction="none"))
print("p=1", [f"{score:.2f}" for score in hinge.tolist()])
assert hinge[0] - hinge[1] < 0.01
# --8<-- [end:surprise]

# --8<-- [start:fix]
squared = best_scores(lambda x, y: F.multi_margin_loss(x, y, p=2, reduction="none"))
print("p=2", [f"{score:.2f}" for score in squared.tolist()])
assert squared[0] - squared[1] > 0.05
cross = best_scores(lambda x, y: F.cross_entropy(x, y, reduction="none"))
print("cross entropy", [f"{p:.2f}" for p in cross.softmax(0).tolist()])
# --8<-- [end:fix]
