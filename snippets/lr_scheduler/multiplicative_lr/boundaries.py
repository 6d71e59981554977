import torch
from torch.optim.lr_scheduler import MultiplicativeLR


def factor(t):
    return 0.5 if t in (10, 20) else 0.99


w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = MultiplicativeLR(optimizer, factor)
expected = 0.1
print("epoch  lr")
for epoch in range(31):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 9, 10, 19, 20, 30):
        print(f"{epoch:5}  {lr:.5f}")
    if epoch > 0:
        expected *= factor(epoch)
    assert lr == expected
    optimizer.step()
    scheduler.step()
