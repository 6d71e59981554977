# --8<-- [start:impulse]
import torch


def buffers(grads, momentum=0.9):
    w = torch.zeros(1).double().requires_grad_()
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=momentum)
    kept = []
    for grad in grads:
        w.grad = torch.tensor([grad]).double()
        optimizer.step()
        kept.append(optimizer.state[w]["momentum_buffer"].item())
    return kept


print([f"{b:.4f}" for b in buffers([1.0, 0.0, 0.0, 0.0])])
for k, b in enumerate(buffers([1.0] + [0.0] * 50)):
    assert abs(b - 0.9**k) < 1e-9
# --8<-- [end:impulse]

# --8<-- [start:constant]
print([f"{b:.4f}" for b in buffers([1.0, 1.0, 1.0, 1.0])])
print(f"after 100: {buffers([1.0] * 100)[-1]:.4f}")
# --8<-- [end:constant]

# --8<-- [start:sum]
generator = torch.Generator().manual_seed(0)
grads = torch.randn(100, generator=generator, device="cpu").tolist()
for t, b in enumerate(buffers(grads)):
    weighted = sum(0.9**k * grads[t - k] for k in range(t + 1))
    assert abs(b - weighted) < 1e-9
print("100 buffers: equal")
# --8<-- [end:sum]
