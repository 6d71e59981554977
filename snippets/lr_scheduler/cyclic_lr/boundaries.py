import torch
from torch.optim.lr_scheduler import CyclicLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=5.0, momentum=0.5)
scheduler = CyclicLR(
    optimizer,
    base_lr=0.1,
    max_lr=0.9,
    step_size_up=10,
    step_size_down=30,
    mode="triangular2",
)
print("step  cycle  lr      momentum")
for step in range(81):
    (lr,) = scheduler.get_last_lr()
    if step in (0, 5, 10, 25, 39, 40, 50, 80):
        momentum = optimizer.param_groups[0]["momentum"]
        cycle = 1 + step // 40
        print(f"{step:4}  {cycle:5}  {lr:.4f}  {momentum:.4f}")
    optimizer.step()
    scheduler.step()
