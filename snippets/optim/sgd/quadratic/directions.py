# --8<-- [start:eigen]
import torch

A = torch.tensor([[5.5, 4.5], [4.5, 5.5]])
h, Q = torch.linalg.eigh(A)
print("curvatures", [f"{x:.1f}" for x in h.tolist()])
torch.testing.assert_close(Q @ torch.diag(h) @ Q.T, A)
# --8<-- [end:eigen]

# --8<-- [start:alone]
theta = torch.tensor([2.0, 1.0], requires_grad=True)
# zh: 同一个起点，换到 Q 的坐标里
# en: the same start, in the coordinates of Q
z = (Q.T @ theta.detach()).requires_grad_()
options = {"lr": 0.05, "momentum": 0.5}
optimizers = [torch.optim.SGD([p], **options) for p in (theta, z)]
for _ in range(20):
    for optimizer in optimizers:
        optimizer.zero_grad()
    (0.5 * theta.dot(A @ theta)).backward()
    (0.5 * (h * z**2).sum()).backward()
    for optimizer in optimizers:
        optimizer.step()
    torch.testing.assert_close(Q.T @ theta, z, atol=1e-5, rtol=1e-4)
print("each direction runs alone")
# --8<-- [end:alone]
