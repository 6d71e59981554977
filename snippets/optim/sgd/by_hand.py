# --8<-- [start:plain]
import torch

theta, lr = 1.0, 0.1
for t in (1, 2):
    g = 2 * theta
    theta = theta - lr * g
    print(f"t={t}  g={g:.4f}  theta={theta:.4f}")
# --8<-- [end:plain]

# --8<-- [start:momentum]
momentum, weight_decay = 0.9, 0.1
theta, b, path = 1.0, None, []
for t in (1, 2, 3):
    g = 2 * theta + weight_decay * theta
    # zh: 第一步还没有旧的缓冲，缓冲就等于梯度
    # en: at the first step there is no old buffer: the buffer is the gradient
    b = g if b is None else momentum * b + g
    theta = theta - lr * b
    path.append(theta)
    print(f"t={t}  g={g:.4f}  b={b:.4f}  theta={theta:.4f}")
# --8<-- [end:momentum]

# --8<-- [start:torch]
w = torch.tensor(1.0, requires_grad=True)
options = {"momentum": momentum, "weight_decay": weight_decay}
optimizer = torch.optim.SGD([w], lr=lr, **options)
for theta in path:
    optimizer.zero_grad()
    (w**2).backward()
    optimizer.step()
    buf = optimizer.state[w]["momentum_buffer"]
    print(f"b={buf.item():.4f}  theta={w.item():.4f}")
    assert abs(w.item() - theta) < 1e-6
# --8<-- [end:torch]
