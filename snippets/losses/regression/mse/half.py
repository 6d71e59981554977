# --8<-- [start:surprise]
import torch


def path(loss, lr):
    x, y = torch.tensor(3.0, requires_grad=True), torch.tensor(1.0)
    optimizer = torch.optim.SGD([x], lr=lr)
    seen = [x.item()]
    for _ in range(3):
        optimizer.zero_grad()
        loss(x, y).backward()
        optimizer.step()
        seen.append(x.item())
    return seen


def half(x, y):
    return 0.5 * (x - y) ** 2


print("half", path(half, lr=1.0))
print("MSELoss", path(torch.nn.MSELoss(), lr=1.0))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("MSELoss", path(torch.nn.MSELoss(), lr=0.5))
# --8<-- [end:fix]

# --8<-- [start:others]
x, y = torch.tensor([3.0, -1.0]), torch.tensor([1.0, -1.5])
mse = torch.nn.MSELoss()(x, y)
huber = torch.nn.HuberLoss(delta=100.0)(x, y)
gaussian = torch.nn.GaussianNLLLoss()(x, y, var=torch.ones(2))
print(f"mse {mse:.4f}, huber {huber:.4f}, gaussian {gaussian:.4f}")
torch.testing.assert_close(huber, mse / 2)
torch.testing.assert_close(gaussian, mse / 2)
# --8<-- [end:others]
