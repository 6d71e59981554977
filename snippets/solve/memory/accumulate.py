# --8<-- [start:wrong]
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(8, 3), torch.randn(8)


def gradient(sizes, scale):
    w = torch.zeros(3, requires_grad=True)
    for x_i, y_i in zip(x.split(sizes), y.split(sizes), strict=True):
        loss = nn.functional.mse_loss(x_i @ w, y_i)
        (loss * scale(len(y_i))).backward()
    return [round(g, 3) for g in w.grad.tolist()]


print("one batch of 8  ", full := gradient([8], lambda _: 1))
print("four parts, sum ", gradient([2, 2, 2, 2], lambda _: 1))
print("3 + 3 + 2, mean ", gradient([3, 3, 2], lambda _: 1 / 3))
# --8<-- [end:wrong]

# --8<-- [start:right]
print("four parts, mean", gradient([2, 2, 2, 2], lambda _: 1 / 4))
print("3 + 3 + 2, n / 8", right := gradient([3, 3, 2], lambda n: n / 8))
assert full == right
# --8<-- [end:right]
