import torch

lr, momentum, h = 0.15, 0.9, 10.0
for nesterov in (False, True):
    w = torch.ones(1).double().requires_grad_()
    options = {"lr": lr, "momentum": momentum, "nesterov": nesterov}
    optimizer = torch.optim.SGD([w], **options)
    for _ in range(500):
        w.grad = h * w.detach()
        optimizer.step()
    print(f"nesterov={nesterov}: {abs(w.item()):.0e}")
