# --8<-- [start:buffer]
import torch

lr, momentum = 0.1, 0.9
theta, b = 1.0, 0.0
# zh: 前三步的梯度都是 1，最后一步反向
# en: the gradient is 1 in three steps and changes its sign in the last
gradients = (1.0, 1.0, 1.0, -1.0)
for g in gradients:
    b = momentum * b + g
    theta = theta - lr * b
    print(f"gradient {g:4.1f}  buffer {b:.3f}  theta {theta:.4f}")
# --8<-- [end:buffer]

# --8<-- [start:torch]
theta = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([theta], lr=0.1, momentum=0.9)
print("state", len(optimizer.state))
for g in gradients:
    theta.grad = torch.tensor(g)
    optimizer.step()
    b = optimizer.state[theta]["momentum_buffer"]
    print(f"gradient {g:4.1f}  buffer {b.item():.3f}  theta {theta.item():.4f}")
# --8<-- [end:torch]

# --8<-- [start:decay]
# zh: 梯度为 0，只剩权重衰减：每步乘以 1 - γλ = 0.99
# en: with a gradient of 0 only the decay is left: each step multiplies by 1 - γλ = 0.99
theta = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([theta], lr=0.1, weight_decay=0.1)
for _ in range(3):
    theta.grad = torch.tensor(0.0)
    optimizer.step()
    print(f"theta {theta.item():.6f}")
torch.testing.assert_close(theta.detach(), torch.tensor(0.99**3))
# --8<-- [end:decay]


# --8<-- [start:whole]
# zh: 全部选项一起：一步的完整算法
# en: all options together: one step of the whole algorithm
def step(theta, g, b, lr, momentum, dampening, weight_decay, nesterov):
    g = g + weight_decay * theta
    if momentum != 0:
        b = g if b is None else momentum * b + (1 - dampening) * g
        g = g + momentum * b if nesterov else b
    return theta - lr * g, b


for options in (
    {"momentum": 0.9, "dampening": 0.5, "weight_decay": 0.1, "nesterov": False},
    {"momentum": 0.9, "dampening": 0.0, "weight_decay": 0.1, "nesterov": True},
):
    ours, b = torch.tensor(1.0), None
    theta = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=0.1, **options)
    for g in gradients:
        theta.grad = torch.tensor(g)
        optimizer.step()
        ours, b = step(ours, torch.tensor(g), b, 0.1, **options)
    torch.testing.assert_close(theta.detach(), ours)
    print(f"theta {theta.item():.4f}  by hand {ours.item():.4f}")
# --8<-- [end:whole]
