# --8<-- [start:surprise]
import torch
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = nn.Linear(2, 3)
        self.head = nn.Linear(3, 1)
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, x):
        return self.scale * self.head(self.backbone(x))


model = Model()
optimizer = torch.optim.SGD(
    [
        {"params": model.backbone.parameters(), "lr": 0.01},
        {"params": model.head.parameters()},
    ],
    lr=0.1,
)
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
print("scale", model.scale.tolist(), "grad", model.scale.grad is not None)
# --8<-- [end:surprise]

# --8<-- [start:check]
held = {p for group in optimizer.param_groups for p in group["params"]}
print([name for name, p in model.named_parameters() if p not in held])
# --8<-- [end:check]

# --8<-- [start:fix]
# zh: 挑出要特殊对待的，其余归到另一组，就不会有漏网的
# en: pick those to be treated apart; the rest is whatever remains
backbone = set(model.backbone.parameters())
rest = [p for p in model.parameters() if p not in backbone]
optimizer = torch.optim.SGD(
    [{"params": model.backbone.parameters(), "lr": 0.01}, {"params": rest}],
    lr=0.1,
)
held = {p for group in optimizer.param_groups for p in group["params"]}
assert held == set(model.parameters())
# --8<-- [end:fix]
