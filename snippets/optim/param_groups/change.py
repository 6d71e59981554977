import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

for lr in (0.1, 0.1, 0.01, 0.01):
    for group in optimizer.param_groups:
        group["lr"] = lr
    w.grad = torch.tensor(1.0)
    optimizer.step()
    print(f"lr {lr} w {w.item():.2f}")
