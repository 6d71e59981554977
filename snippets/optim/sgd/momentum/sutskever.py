# --8<-- [start:surprise]
import torch

momentum, g = 0.9, 1.0
lrs = [0.1] * 20 + [0.01] * 20
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=lrs[0], momentum=momentum)
v, torch_steps, paper_steps = 0.0, [], []
for lr in lrs:
    optimizer.param_groups[0]["lr"] = lr
    w.grad = torch.tensor([g])
    optimizer.step()
    buf = optimizer.state[w]["momentum_buffer"]
    torch_steps.append(lr * buf.item())
    # zh: 论文的写法：学习率在缓冲里面
    # en: the paper's form: the learning rate is inside the buffer
    v = momentum * v + lr * g
    paper_steps.append(v)

print(" t  lr       torch   paper")
for t in (0, 19, 20, 21, 39):
    steps = f"{torch_steps[t]:.4f}  {paper_steps[t]:.4f}"
    print(f"{t:2}  lr={lrs[t]:<4}  {steps}")
# zh: lr 变化之前相同，之后不同
# en: the same before lr changes, not the same after
pairs = list(zip(torch_steps, paper_steps, strict=True))
assert all(abs(a - b) < 1e-5 for a, b in pairs[:20])
assert all(abs(a - b) > 1e-2 for a, b in pairs[20:38])
# --8<-- [end:surprise]

# --8<-- [start:fix]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=lrs[0], momentum=momentum)
group = optimizer.param_groups[0]
for lr, paper_step in zip(lrs, paper_steps, strict=True):
    if lr != group["lr"]:
        optimizer.state[w]["momentum_buffer"].mul_(group["lr"] / lr)
        group["lr"] = lr
    w.grad = torch.tensor([g])
    optimizer.step()
    buf = optimizer.state[w]["momentum_buffer"]
    assert abs(lr * buf.item() - paper_step) < 1e-5
print("the steps of the paper")
# --8<-- [end:fix]
