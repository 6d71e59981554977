# --8<-- [start:build]
import torch
from torch import nn

# zh: 数据来自 y = 2x + 1
# en: the data follow y = 2x + 1
x = torch.linspace(-1, 1, 20).unsqueeze(1)
y = 2 * x + 1

model = nn.Linear(1, 1)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
loss_f = nn.MSELoss()
options = {"lr": 0.1, "momentum": 0.9, "weight_decay": 5e-4}
optimizer = torch.optim.SGD(model.parameters(), **options)
# --8<-- [end:build]

# --8<-- [start:loop]
for step in range(101):
    loss = loss_f(model(x), y)
    # zh: 清除上一步的梯度，算出这一步的梯度，再更新参数
    # en: forget the last gradient, compute this one, update the parameters
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(f"step {step:3d}  loss {loss.item():.4f}")
print(f"w {model.weight.item():.4f}  b {model.bias.item():.4f}")
# --8<-- [end:loop]
