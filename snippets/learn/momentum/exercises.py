# --8<-- [start:recall]
import torch

b = 0.0
for step in range(1, 101):
    b = 0.9 * b + 1.0
    if step in (1, 2, 10, 100):
        print(f"step {step:3}  buffer {b:.3f}")
# --8<-- [end:recall]

# --8<-- [start:predict]
# zh: 一步真正的梯度，然后清除梯度，再 step 一次
# en: one step with a gradient, then zero_grad, then one more step
for set_to_none in (True, False):
    theta = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=0.1, momentum=0.9)
    theta.grad = torch.tensor(1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=set_to_none)
    optimizer.step()
    print("set_to_none", set_to_none, f"theta {theta.item():.2f}")
# --8<-- [end:predict]

# --8<-- [start:think]
target = torch.tensor([1.0, -2.0])


def one_step(weight_decay, penalty):
    theta = torch.tensor([3.0, 4.0], requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=0.1, weight_decay=weight_decay)
    loss = (theta - target).square().sum() + penalty / 2 * theta.square().sum()
    loss.backward()
    optimizer.step()
    return [round(v, 4) for v in theta.tolist()]


print("weight decay", one_step(weight_decay=0.5, penalty=0.0))
print("penalty     ", one_step(weight_decay=0.0, penalty=0.5))
# --8<-- [end:think]
