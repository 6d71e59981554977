import torch
from torch.optim import lr_scheduler as s

builders = {
    "LambdaLR": lambda o: s.LambdaLR(o, lambda t: min(1, (t + 1) / 5)),
    "ConstantLR": s.ConstantLR,
    "LinearLR": s.LinearLR,
    "CyclicLR": lambda o: s.CyclicLR(o, 0.001, 0.01, cycle_momentum=False),
    "OneCycleLR": lambda o: s.OneCycleLR(o, max_lr=0.1, total_steps=100),
}
for name, build in builders.items():
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    build(optimizer)
    print(f"{name:11}{optimizer.param_groups[0]['lr']:.4f}")
