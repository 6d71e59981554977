# --8<-- [start:surprise]
import torch


def run(clear):
    w = torch.zeros(1).double().requires_grad_()
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    group = optimizer.param_groups[0]
    for step in range(40):
        # zh: 第 10 到 29 步关掉动量
        # en: momentum is off in steps 10 to 29
        group["momentum"] = 0.0 if 10 <= step < 30 else 0.9
        if clear and step == 30:
            del optimizer.state[w]["momentum_buffer"]
        before = w.item()
        w.grad = torch.tensor([1.0 if step < 10 else -1.0]).double()
        optimizer.step()
        if step in (9, 29, 30):
            print(f"step {step}: moved {w.item() - before:+.3f}")


run(clear=False)
# --8<-- [end:surprise]

# --8<-- [start:fix]
run(clear=True)
# --8<-- [end:fix]
