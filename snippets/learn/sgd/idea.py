# --8<-- [start:by_hand]
import torch

lr = 0.1
theta = 4.0
for _ in range(3):
    # zh: f(θ) = θ² 的梯度是 2θ
    # en: the gradient of f(θ) = θ² is 2θ
    gradient = 2 * theta
    theta = theta - lr * gradient
    print(f"gradient {gradient:.2f}  theta {theta:.3f}")
# --8<-- [end:by_hand]

# --8<-- [start:torch]
theta = torch.tensor(4.0, requires_grad=True)
optimizer = torch.optim.SGD([theta], lr=lr)
for _ in range(3):
    optimizer.zero_grad()
    loss = theta**2
    loss.backward()
    optimizer.step()
    print(f"gradient {theta.grad.item():.2f}  theta {theta.item():.3f}")
# --8<-- [end:torch]
