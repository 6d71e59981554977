# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR


def train(lr_lambda):
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = LambdaLR(optimizer, lr_lambda)
    values = []
    for _ in range(5):
        optimizer.zero_grad()
        w.sum().backward()
        optimizer.step()
        scheduler.step()
        values.append(f"{w.item():.3f}")
    print(*values)


train(lambda t: min(1, t / 4))
# --8<-- [end:surprise]

# --8<-- [start:docstring]
train(lambda t: t // 30)
# zh: 这个函数出自 torch 的文档字符串；改掉之后，断言会失败
# en: a function of torch's docstring; the assert fails once it goes
assert "lambda epoch: epoch // 30" in LambdaLR.__doc__
# --8<-- [end:docstring]

# --8<-- [start:fix]
train(lambda t: min(1, (t + 1) / 4))
# --8<-- [end:fix]
