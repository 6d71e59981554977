# --8<-- [start:recall]
import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.Linear(3, 2))
groups = [
    {"params": model[0].parameters(), "lr": 0.01},
    {"params": model[1].parameters(), "weight_decay": 0},
    {"params": model[2].parameters()},
]
optimizer = torch.optim.SGD(groups, lr=0.1, weight_decay=1e-3)
for group in optimizer.param_groups:
    n = sum(p.numel() for p in group["params"])
    print("numbers", n, "lr", group["lr"], "weight_decay", group["weight_decay"])
# --8<-- [end:recall]

# --8<-- [start:predict]
try:
    optimizer.add_param_group({"params": model[0].weight, "lr": 0.001})
except ValueError as e:
    print(type(e).__name__, e)
# --8<-- [end:predict]

# --8<-- [start:think]
torch.manual_seed(0)
inputs, targets = torch.randn(8, 4), torch.tensor([0, 1, 0, 1, 1, 0, 1, 0])
model = nn.Linear(4, 2)
loss_f = nn.CrossEntropyLoss()

loss_f(model(inputs), targets).backward()
whole = model.weight.grad.clone()

# zh: 两个半批，中间不清除梯度；每个损失除以 2
# en: two half batches with no zero_grad between them; each loss is divided by 2
model.zero_grad()
for half in (slice(0, 4), slice(4, 8)):
    (loss_f(model(inputs[half]), targets[half]) / 2).backward()
torch.testing.assert_close(model.weight.grad, whole)
difference = (model.weight.grad - whole).abs().max().item()
print("same gradient", difference < 1e-6)
# --8<-- [end:think]
