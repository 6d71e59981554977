# --8<-- [start:helpers]
import torch


def sgd(momentum=0.9, **options):
    w = torch.zeros(1).double().requires_grad_()
    return torch.optim.SGD([w], lr=0.1, momentum=momentum, **options)


def moved(optimizer, grads):
    """Take a step with each gradient; return how far the parameter moved."""
    (w,) = optimizer.param_groups[0]["params"]
    lengths = []
    for grad in grads:
        before = w.item()
        w.grad = torch.tensor([grad]).double()
        optimizer.step()
        lengths.append(w.item() - before)
    return lengths


# --8<-- [end:helpers]

# --8<-- [start:larger]
optimizer = sgd(momentum=0.9)
before = moved(optimizer, [-1.0] * 100)
print(f"step 99: moved {before[-1]:.2f}")

optimizer.param_groups[0]["momentum"] = 0.99
after = moved(optimizer, [-1.0] * 500)
for step in (100, 150, 200, 599):
    print(f"step {step}: moved {after[step - 100]:.2f}")
# --8<-- [end:larger]

# --8<-- [start:larger_fix]
optimizer = sgd(momentum=0.9)
before = moved(optimizer, [-1.0] * 100)
optimizer.param_groups[0].update(momentum=0.99, lr=0.01)
after = moved(optimizer, [-1.0] * 500)
print([f"{length:.2f}" for length in (before[-1], after[0], after[-1])])
# --8<-- [end:larger_fix]

# --8<-- [start:rebuilt]
distance = sum(moved(sgd(), [-1.0] * 200))
print(f"built once: moved {distance:.1f}")

distance = 0.0
for _epoch in range(20):
    optimizer = sgd()
    distance += sum(moved(optimizer, [-1.0] * 10))
print(f"built every 10 steps: moved {distance:.1f}")
# --8<-- [end:rebuilt]

# --8<-- [start:rebuilt_fix]
optimizer = sgd()
distance = 0.0
for epoch in range(20):
    # zh: 只改 lr，优化器还是同一个
    # en: change lr, keep the optimizer
    optimizer.param_groups[0]["lr"] = 0.1 * 0.98**epoch
    distance += sum(moved(optimizer, [-1.0] * 10))
print(f"lr lowered every 10 steps: moved {distance:.1f}")
# --8<-- [end:rebuilt_fix]

# --8<-- [start:pause]
optimizer = sgd()
group = optimizer.param_groups[0]
print(f"step 9: moved {moved(optimizer, [1.0] * 10)[-1]:+.3f}")
group["momentum"] = 0.0
print(f"step 29: moved {moved(optimizer, [-1.0] * 20)[-1]:+.3f}")
group["momentum"] = 0.9
print(f"step 30: moved {moved(optimizer, [-1.0])[0]:+.3f}")
# --8<-- [end:pause]

# --8<-- [start:pause_fix]
optimizer = sgd()
group = optimizer.param_groups[0]
moved(optimizer, [1.0] * 10)
group["momentum"] = 0.0
moved(optimizer, [-1.0] * 20)
group["momentum"] = 0.9
for w in group["params"]:
    del optimizer.state[w]["momentum_buffer"]
print(f"step 30: moved {moved(optimizer, [-1.0])[0]:+.3f}")
# --8<-- [end:pause_fix]
