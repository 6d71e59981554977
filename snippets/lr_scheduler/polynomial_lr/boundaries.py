# --8<-- [start:table]
import torch
from torch.optim.lr_scheduler import PolynomialLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.05)
scheduler = PolynomialLR(optimizer, total_iters=50, power=0.9)
print("epoch  lr")
for epoch in range(101):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 25, 49, 50, 100):
        print(f"{epoch:5}  {lr:.5f}")
    assert abs(lr - 0.05 * (1 - min(epoch, 50) / 50) ** 0.9) < 1e-12
    optimizer.step()
    scheduler.step()
assert lr == 0
# --8<-- [end:table]

# --8<-- [start:docstring]
# zh: torch 文档字符串里的一行；改对了，断言就会失败
# en: a line of torch's docstring; the assert fails once it is mended
assert "lr = 0.0490   if epoch == 0" in PolynomialLR.__doc__
print(f"epoch 0  {0.05:.6f}")
print(f"epoch 1  {0.05 * (1 - 1 / 50) ** 0.9:.6f}")
# --8<-- [end:docstring]
