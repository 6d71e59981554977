# --8<-- [start:constant]
import torch

target = torch.tensor([1.0, 2.0, 6.0])

x = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=0.1)
for _ in range(100):
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(x.expand(3), target)
    loss.backward()
    optimizer.step()

print(f"x {x.item():.4f}, loss {loss.item():.4f}")
mean, variance = target.mean(), target.var(correction=0)
print(f"mean {mean:.4f}, variance {variance:.4f}")
torch.testing.assert_close(x.detach(), mean)
torch.testing.assert_close(loss.detach(), variance)
# --8<-- [end:constant]

# --8<-- [start:parts]
error = torch.tensor([2.0, 1.0, 4.0, 1.0])
mse = torch.nn.functional.mse_loss(error, torch.zeros(4))
mean, variance = error.mean(), error.var(correction=0)
print(f"mse {mse:.2f} = {mean**2:.2f} + {variance:.2f}")
torch.testing.assert_close(mse, mean**2 + variance)
# zh: 预测值都减去平均误差，只剩方差
# en: less the mean error, only the variance is left
mse = torch.nn.functional.mse_loss(error - mean, torch.zeros(4))
torch.testing.assert_close(mse, variance)
# --8<-- [end:parts]
