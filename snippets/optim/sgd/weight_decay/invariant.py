# --8<-- [start:same]
import torch

x = torch.tensor([1.0, 2.0, -1.0]).double()


def loss(w):
    # zh: 归一化之后，w 的长度不起作用
    # en: after normalisation the length of w has no effect
    return (w / w.norm() * x).sum()


for length in (1.0, 10.0):
    w = (length * torch.tensor([0.6, 0.0, 0.8]).double()).requires_grad_()
    value = loss(w)
    value.backward()
    print(f"length {length:4}: loss {value:.2f}, grad {w.grad.norm():.4f}")
    assert abs(w.grad @ w) < 1e-9
# --8<-- [end:same]

# --8<-- [start:length]
for weight_decay in (0.0, 0.01):
    w = torch.tensor([0.6, 0.0, 0.8]).double().requires_grad_()
    options = {"lr": 0.1, "weight_decay": weight_decay}
    optimizer = torch.optim.SGD([w], **options)
    generator = torch.Generator().manual_seed(0)
    lengths = []
    for step in range(2001):
        if step % 1000 == 0:
            lengths.append(f"{w.norm().item():.2f}")
        # zh: 每一步换一个数据：梯度不会消失
        # en: other data at every step: the gradient does not vanish
        noise = torch.randn(3, generator=generator, device="cpu")
        x = noise.double().to(w.device)
        optimizer.zero_grad()
        loss(w).backward()
        optimizer.step()
    print(f"weight_decay {weight_decay}: length", *lengths)
# --8<-- [end:length]
