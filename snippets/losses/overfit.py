# --8<-- [start:fit]
import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)
train_x = torch.linspace(-1, 1, 12, dtype=torch.float64)
# zh: 验证点夹在训练点之间，模型没有见过
# en: the validation points lie between the training points, unseen
valid_x = (train_x[1:] + train_x[:-1]) / 2
train_y, valid_y = (
    torch.sin(3 * x) + 0.3 * torch.randn(len(x), dtype=torch.float64)
    for x in (train_x, valid_x)
)


def powers(x, degree):
    return torch.stack([x**k for k in range(degree + 1)], dim=1)


loss_fn = nn.MSELoss()
train_loss, valid_loss = [], []
for degree in range(10):
    # zh: 最小二乘：这个次数的多项式里，训练损失最小的那一个
    # en: least squares: the polynomial of this degree with the least training loss
    solved = torch.linalg.lstsq(powers(train_x, degree), train_y[:, None])
    w = solved.solution[:, 0]
    train_loss.append(loss_fn(powers(train_x, degree) @ w, train_y).item())
    valid_loss.append(loss_fn(powers(valid_x, degree) @ w, valid_y).item())

print("degree  train  valid")
for degree in (0, 1, 3, 6, 9):
    print(f"{degree:6}  {train_loss[degree]:.3f}  {valid_loss[degree]:.3f}")

# zh: 训练损失一路下降；验证损失降到 3 次为止，之后都比它大
# en: the training loss only falls; the validation loss falls up to degree 3
assert train_loss == sorted(train_loss, reverse=True)
assert valid_loss[:4] == sorted(valid_loss[:4], reverse=True)
assert min(valid_loss) == valid_loss[3]
# --8<-- [end:fit]

# --8<-- [start:figure]
fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
top.semilogy(train_loss, "o-", label="train")
top.semilogy(valid_loss, "s--", label="valid")
top.set(xlabel="degree", ylabel="loss")
top.legend()

x = torch.linspace(-1, 1, 101, dtype=torch.float64)
for degree, style in ((3, "-"), (9, "--")):
    solved = torch.linalg.lstsq(powers(train_x, degree), train_y[:, None])
    y = (powers(x, degree) @ solved.solution)[:, 0]
    bottom.plot(x.tolist(), y.tolist(), style, label=f"degree {degree}")
bottom.plot(train_x.tolist(), train_y.tolist(), "o", label="train")
bottom.plot(valid_x.tolist(), valid_y.tolist(), "s", label="valid")
bottom.set(xlabel="x", ylabel="y", ylim=(-2.2, 3.2))
bottom.legend(loc="upper center", ncols=2)
plt.show()
# --8<-- [end:figure]
