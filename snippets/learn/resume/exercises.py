# --8<-- [start:recall]
import torch
from torch import nn
from torch.optim.lr_scheduler import LinearLR

torch.manual_seed(0)
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
print(list(optimizer.state_dict()), len(optimizer.state_dict()["state"]))
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
print(list(optimizer.state_dict()), len(optimizer.state_dict()["state"]))
# --8<-- [end:recall]

# --8<-- [start:predict]
# zh: 参数按位置匹配：次序一变，每个参数拿到的就是另一个参数的缓冲
# en: parameters are matched by position: another order gives each the other's buffer
a, b = (torch.zeros(2, requires_grad=True) for _ in range(2))
optimizer = torch.optim.SGD([a, b], lr=0.1, momentum=0.9)
a.grad, b.grad = torch.tensor([1.0, 1.0]), torch.tensor([2.0, 2.0])
optimizer.step()

swapped = torch.optim.SGD([b, a], lr=0.1, momentum=0.9)
swapped.load_state_dict(optimizer.state_dict())
print("saved for a", optimizer.state[a]["momentum_buffer"].tolist())
print("loaded to a", swapped.state[a]["momentum_buffer"].tolist())
# --8<-- [end:predict]


# --8<-- [start:think]
def build(lr):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr)
    return optimizer, LinearLR(optimizer, start_factor=0.1, total_iters=10)


optimizer, scheduler = build(0.1)
for _ in range(4):
    optimizer.step()
    scheduler.step()
saved = optimizer.state_dict(), scheduler.state_dict()
print(f"saved {scheduler.get_last_lr()[0]:.4f}")

# zh: 先建调度器再加载
# en: build the scheduler first, then load
optimizer, scheduler = build(0.1)
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
print(f"right {optimizer.param_groups[0]['lr']:.4f}")

# zh: 先加载再建调度器：调度器又乘了一次 start_factor
# en: load first, then build: the scheduler multiplies by start_factor once more
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
optimizer.load_state_dict(saved[0])
scheduler = LinearLR(optimizer, start_factor=0.1, total_iters=10)
scheduler.load_state_dict(saved[1])
print(f"wrong {optimizer.param_groups[0]['lr']:.4f}")
# --8<-- [end:think]
