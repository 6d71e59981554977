# --8<-- [start:surprise]
import torch


def buffers(grads, zero_buffer=False):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9, dampening=0.9)
    if zero_buffer:
        optimizer.state[w]["momentum_buffer"] = torch.zeros_like(w)
    kept = []
    for grad in grads:
        w.grad = torch.tensor([grad])
        optimizer.step()
        kept.append(round(optimizer.state[w]["momentum_buffer"].item(), 4))
    return kept


print(buffers([1.0, 0.0, 0.0, 0.0]))
print(buffers([0.0, 1.0, 0.0, 0.0]))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(buffers([1.0, 0.0, 0.0, 0.0], zero_buffer=True))
print(buffers([0.0, 1.0, 0.0, 0.0], zero_buffer=True))
# --8<-- [end:fix]
