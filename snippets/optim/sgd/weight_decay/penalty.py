import torch

weight_decay = 0.1
ours, theirs = (torch.ones(3, requires_grad=True) for _ in range(2))
generator = torch.Generator().manual_seed(0)
numbers = torch.randn(20, 4, generator=generator, device="cpu")
numbers = numbers.to(ours.device)
x, y = numbers[:, :3], numbers[:, 3]
options = {"lr": 0.1, "momentum": 0.9}
with_penalty = torch.optim.SGD([ours], **options)
with_decay = torch.optim.SGD([theirs], weight_decay=weight_decay, **options)
for _ in range(50):
    with_penalty.zero_grad()
    penalty = weight_decay / 2 * (ours**2).sum()
    (((x @ ours - y) ** 2).mean() + penalty).backward()
    with_penalty.step()
    with_decay.zero_grad()
    ((x @ theirs - y) ** 2).mean().backward()
    with_decay.step()
    torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)
print("weight_decay is the gradient of the penalty")
