import torch

used, unused = (torch.ones(1, requires_grad=True) for _ in range(2))
options = {"lr": 0.1, "weight_decay": 0.1}
optimizer = torch.optim.SGD([used, unused], **options)
for _ in range(100):
    optimizer.zero_grad()
    (0 * used).sum().backward()
    optimizer.step()
print(f"used {used.item():.4f}, unused {unused.item():.4f}")
