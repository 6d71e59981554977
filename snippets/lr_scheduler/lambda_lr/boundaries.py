import torch
from torch.optim.lr_scheduler import LambdaLR

warmup = 4


def factor(t):
    return min((t + 1) / warmup, (warmup / (t + 1)) ** 0.5)


w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = LambdaLR(optimizer, factor)
print("epoch  factor  lr")
for epoch in range(100):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 2, 3, 4, 15, 99):
        print(f"{epoch:5}  {factor(epoch):6.3f}  {lr:.4f}")
    assert lr == 0.1 * factor(epoch)
    optimizer.step()
    scheduler.step()
