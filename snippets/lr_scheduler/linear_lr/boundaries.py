# --8<-- [start:table]
import torch
from torch.optim.lr_scheduler import LinearLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.05)
scheduler = LinearLR(optimizer, start_factor=0.05, total_iters=40)
print("epoch  lr")
for epoch in range(101):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 2, 39, 40, 100):
        print(f"{epoch:5}  {lr:.7f}")
    factor = 0.05 + 0.95 * min(epoch, 40) / 40
    assert abs(lr - 0.05 * factor) < 1e-12
    optimizer.step()
    scheduler.step()
# --8<-- [end:table]

# --8<-- [start:docstring]
# zh: torch 文档字符串里的一行；改对了，断言就会失败
# en: a line of torch's docstring; the assert fails once it is mended
line = "lr = 0.003687  if epoch == 0"
assert line in LinearLR.__doc__
print(f"epoch 0  {0.05 * 0.05:.7f}")
print(f"epoch 1  {0.05 * (0.05 + 0.95 / 40):.7f}")
# --8<-- [end:docstring]
