# --8<-- [start:surprise]
import torch


def train(every, lr=0.0001, momentum=0.99):
    w = torch.ones(1).double().requires_grad_()
    optimizer = None
    for step in range(200):
        if optimizer is None or (every and step % every == 0):
            optimizer = torch.optim.SGD([w], lr=lr, momentum=momentum)
        optimizer.zero_grad()
        (0.5 * w**2).sum().backward()
        optimizer.step()
    return w.item()


print(f"built once:           w {train(every=None):6.3f}")
print(f"built every 10 steps: w {train(every=10):6.3f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
w = torch.ones(1).double().requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.0001, momentum=0.99)
for epoch in range(20):
    # zh: 只改 lr，优化器还是那一个
    # en: change lr, keep the optimizer
    optimizer.param_groups[0]["lr"] = 0.0001 * 0.98**epoch
    for _ in range(10):
        optimizer.zero_grad()
        (0.5 * w**2).sum().backward()
        optimizer.step()
print(f"lr changed every 10 steps: w {w.item():.3f}")
# --8<-- [end:fix]
