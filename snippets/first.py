# --8<-- [start:train]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-1, 1, 64).unsqueeze(1)
y = 3 * x - 1

model = nn.Linear(1, 1)
loss_fn = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=50, gamma=0.1)

for _ in range(100):
    optimizer.zero_grad()
    # zh: 损失：模型错得有多远
    # en: the loss: how far off the model is
    loss = loss_fn(model(x), y)
    loss.backward()
    # zh: 优化器：沿梯度的反方向改动参数
    # en: the optimizer: moves the parameters against the gradient
    optimizer.step()
    # zh: 调度器：决定下一步迈多大
    # en: the scheduler: decides how far the next step goes
    scheduler.step()

print(f"weight {model.weight.item():.3f}, bias {model.bias.item():.3f}")
print(f"lr {scheduler.get_last_lr()[0]:.3f}")
# --8<-- [end:train]

# --8<-- [start:check]
assert abs(model.weight.item() - 3) < 1e-3
assert abs(model.bias.item() + 1) < 1e-3
assert loss.item() < 1e-6

# zh: 梯度为正，更新之后参数变小：方向与梯度相反
# en: the gradient is positive and the update lowers w: it goes against the gradient
w = torch.tensor([2.0], requires_grad=True)
w.square().sum().backward()
torch.optim.SGD([w], lr=0.1).step()
assert w.grad.item() > 0
assert w.item() < 2
# --8<-- [end:check]

# --8<-- [start:version]
print(torch.__version__.split("+")[0])
# --8<-- [end:version]
