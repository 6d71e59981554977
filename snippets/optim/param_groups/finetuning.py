import torch
from torch import nn

torch.manual_seed(0)
model = nn.ModuleDict({"backbone": nn.Linear(4, 8), "head": nn.Linear(8, 2)})
optimizer = torch.optim.SGD(
    [
        {"params": model["backbone"].parameters(), "lr": 0.001},
        {"params": model["head"].parameters()},
    ],
    lr=0.1,
)

before = {name: p.detach().clone() for name, p in model.named_parameters()}
features = torch.relu(model["backbone"](torch.randn(16, 4)))
model["head"](features).square().mean().backward()
optimizer.step()
for name, p in model.named_parameters():
    # zh: 走过的距离除以梯度的长度，就是这一步用的学习率
    # en: distance moved over size of the gradient is the lr that was used
    lr = (p - before[name]).norm() / p.grad.norm()
    print(f"{name:15} {lr.item():.4f}")
