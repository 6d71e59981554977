# --8<-- [start:surprise]
import torch

input, target = torch.tensor([1.0, 2.0]), torch.tensor([0.0, 0.0])
weight = torch.tensor([1.0, 3.0])
try:
    torch.nn.MSELoss(weight=weight)
except TypeError as e:
    print(type(e).__name__, str(e).partition(") ")[2])

loss = torch.nn.functional.mse_loss(input, target, weight=weight)
print("function", loss.item())
# --8<-- [end:surprise]

# --8<-- [start:why]
error = (input - target) ** 2
torch.testing.assert_close(loss, (weight * error).sum() / weight.sum())
print("divided by N", (weight * error).mean().item())
# --8<-- [end:why]


# --8<-- [start:corners]
def mse(x, y, w):
    return torch.nn.functional.mse_loss(x, y, weight=w)


# zh: 只有一个元素时，权重约掉了
# en: with one element, the weight cancels
print("one", mse(input[:1], target[:1], torch.tensor([5.0])).item())
print("all zero", mse(input, target, torch.zeros(2)).item())
# zh: 每个样本一个权重是不收的
# en: one weight for each sample is refused
x, y, w = torch.ones(2, 3), torch.zeros(2, 3), torch.tensor([1.0, 3.0])
try:
    mse(x, y, w)
except ValueError as e:
    print(type(e).__name__, e)
print("expanded", mse(x, y, w[:, None].expand(2, 3)).item())
# --8<-- [end:corners]
