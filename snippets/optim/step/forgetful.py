import torch


def run(clear):
    w = torch.tensor(3.0, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=4)
    seen = []

    def closure():
        if clear:
            optimizer.zero_grad()
        loss = (w - 1) ** 2
        loss.backward()
        seen.append((round(w.item(), 2), round(w.grad.item(), 2)))
        return loss

    optimizer.step(closure)
    return seen


for clear in (True, False):
    print("zero_grad" if clear else "forgotten")
    for w, grad in run(clear)[:3]:
        print(f"  w {w:5.2f}  grad {grad:5.2f}")

assert run(True)[-1] == (1, 0)
assert run(False)[1] == (2, 2 + 4)
