# --8<-- [start:range_test]
import torch
from torch.optim.lr_scheduler import CyclicLR

# zh: 损失 w^2 的梯度是 2w：lr 一旦大于 1，就会发散
# en: the loss w^2 has the gradient 2w: above lr 1 it diverges
w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = CyclicLR(optimizer, 0.01, 2.01, step_size_up=100, cycle_momentum=False)
losses, lrs = [], []
for _ in range(100):
    optimizer.zero_grad()
    loss = w**2
    loss.backward()
    losses.append(loss.item())
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
best = min(range(100), key=losses.__getitem__)
grew = next(t for t in range(best, 99) if losses[t + 1] > losses[t])
print(f"the loss grows from lr {lrs[grew]:.2f} on")
# --8<-- [end:range_test]

# --8<-- [start:cycles]
iterations, epochs, cycles = 50, 12, 3
step_size = iterations * epochs // cycles // 2
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
scheduler = CyclicLR(optimizer, 0.1, 0.9, step_size_up=step_size)
lrs = []
for _ in range(iterations * epochs):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
peaks = [t for t, lr in enumerate(lrs) if abs(lr - 0.9) < 1e-12]
print("step_size_up", step_size, "peaks at", peaks)
# --8<-- [end:cycles]

# --8<-- [start:triangle]
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
scheduler = CyclicLR(optimizer, 0.1, 0.9, step_size_up=1, step_size_down=3)
lrs = []
for _ in range(8):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(*[f"{lr:.3f}" for lr in lrs])
# --8<-- [end:triangle]
