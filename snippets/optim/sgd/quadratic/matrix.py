# --8<-- [start:matrix]
import torch
from torch.optim import SGD

h, lr, momentum = 1.0, 0.1, 0.3
rows = [[1 - lr * h, -lr * momentum], [h, momentum]]
M = torch.tensor(rows, dtype=torch.float64)
for row in M.tolist():
    print(*(f"{x:6.2f}" for x in row))

theta = torch.ones(1).double().requires_grad_()
optimizer = SGD([theta], lr=lr, momentum=momentum)
state = torch.tensor([1.0, 0.0]).double()
for step in range(1, 31):
    theta.grad = h * theta.detach()
    optimizer.step()
    state = M @ state
    buf = optimizer.state[theta]["momentum_buffer"]
    ours = torch.stack([theta.detach()[0], buf[0]])
    torch.testing.assert_close(ours, state)
    if step in (1, 2, 30):
        print(f"step {step:2}: theta {state[0]:.4f}, b {state[1]:.4f}")
# --8<-- [end:matrix]

# --8<-- [start:eigenvalues]
z = torch.linalg.eigvals(M)
print("sizes", [f"{size:.4f}" for size in z.abs().tolist()])
trace = 1 + momentum - lr * h
for root in z:
    assert (root**2 - trace * root + momentum).abs() < 1e-9
# zh: 大的那个说了算
# en: the larger one decides
last = theta.item()
theta.grad = h * theta.detach()
optimizer.step()
print(f"step 31 / step 30: {theta.item() / last:.4f}")
assert abs(theta.item() / last - z.abs().max()) < 1e-6
# --8<-- [end:eigenvalues]
