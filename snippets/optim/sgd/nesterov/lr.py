# --8<-- [start:surprise]
import torch


def run(rescale):
    lr, momentum = 0.1, 0.9
    phi = torch.ones(1).double().requires_grad_()
    options = {"momentum": momentum, "nesterov": True}
    optimizer = torch.optim.SGD([phi], lr=lr, **options)
    group = optimizer.param_groups[0]
    theta, v = torch.ones(1).double(), torch.zeros(1).double()
    for step in range(40):
        if step == 5:
            if rescale:
                buf = optimizer.state[phi]["momentum_buffer"]
                buf.mul_(group["lr"] / 0.01)
            lr = group["lr"] = 0.01
        phi.grad = phi.detach().clone()
        optimizer.step()
        v = momentum * v - lr * (theta + momentum * v)
        theta = theta + v
        if step in (4, 5, 9):
            ahead = (theta + momentum * v).item()
            print(f"step {step}: torch {phi.item():7.4f}, paper {ahead:7.4f}")
    return abs(phi.item() - (theta + momentum * v).item())


assert run(rescale=False) > 1e-3
# --8<-- [end:surprise]

# --8<-- [start:fix]
assert run(rescale=True) < 1e-9
# --8<-- [end:fix]
