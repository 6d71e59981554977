# --8<-- [start:surprise]
import torch


def run(set_to_none, **options):
    a = torch.tensor(1.0, requires_grad=True)
    b = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([a, b], lr=0.1, **options)
    (a + b).backward()
    optimizer.step()
    seen = [b.item()]
    # zh: 之后的损失与 b 无关
    # en: from here on the loss does not depend on b
    for _ in range(2):
        optimizer.zero_grad(set_to_none=set_to_none)
        a.backward()
        optimizer.step()
        seen.append(b.item())
    return seen


for options in ({"momentum": 0.9}, {"weight_decay": 0.5}):
    for set_to_none in (True, False):
        b = run(set_to_none, **options)
        (name,) = options
        grad = "None " if set_to_none else "zeros"
        print(f"{name:12} {grad}", [f"{v:.4f}" for v in b])
        assert (b[1] == b[0] and b[2] == b[0]) == set_to_none
# --8<-- [end:surprise]

# --8<-- [start:plain]
assert run(True) == run(False)
print("plain", [f"{v:.4f}" for v in run(False)])
# --8<-- [end:plain]
