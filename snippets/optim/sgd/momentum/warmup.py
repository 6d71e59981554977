import torch

w = torch.zeros(1).double().requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.01, momentum=0.9)
for t in range(1, 51):
    before = w.item()
    w.grad = torch.ones(1).double()
    optimizer.step()
    moved = before - w.item()
    if t in (1, 2, 7, 22, 44):
        print(f"step {t:2}: moved {moved:.4f}, {moved / 0.1:.0%} of full speed")
    assert abs(moved - 0.1 * (1 - 0.9**t)) < 1e-9
