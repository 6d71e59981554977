# --8<-- [start:average]
import torch


def run(grads, lr=0.1, dampening=0.0):
    w = torch.zeros(1).double().requires_grad_()
    options = {"momentum": 0.9, "dampening": dampening}
    optimizer = torch.optim.SGD([w], lr=lr, **options)
    # zh: 从全零的缓冲开始，第一个梯度便与其余的一样
    # en: a buffer of zeros, so that the first gradient is treated like the others
    optimizer.state[w]["momentum_buffer"] = torch.zeros_like(w)
    for grad in grads:
        w.grad = torch.tensor([grad]).double()
        optimizer.step()
    return optimizer.state[w]["momentum_buffer"].item(), w.item()


for dampening in (0.0, 0.5, 0.9):
    buffer, _ = run([1.0] * 100, dampening=dampening)
    print(f"dampening {dampening}: buffer {buffer:.3f}")
# --8<-- [end:average]

# --8<-- [start:rescaled]
generator = torch.Generator().manual_seed(0)
noisy = torch.randn(100, generator=generator, device="cpu").tolist()
_, damped = run(noisy, lr=0.1, dampening=0.9)
_, smaller = run(noisy, lr=0.1 * (1 - 0.9))
print(f"{damped:.4f} {smaller:.4f}")
assert abs(damped - smaller) < 1e-9
# --8<-- [end:rescaled]
