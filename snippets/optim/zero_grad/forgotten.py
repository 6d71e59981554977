import torch

w = torch.tensor([1.0, -2.0], requires_grad=True)
v = w.detach().clone().requires_grad_()
forgetful = torch.optim.SGD([w], lr=0.05)
momentum_one = torch.optim.SGD([v], lr=0.05, momentum=1.0)

losses = []
for _ in range(200):
    loss = (w**2).sum()
    losses.append(loss.item())
    loss.backward()
    forgetful.step()

    momentum_one.zero_grad()
    (v**2).sum().backward()
    momentum_one.step()
    torch.testing.assert_close(w, v, rtol=1e-3, atol=1e-3)

# zh: 损失每 9.9 步摆动一次，所以在每 40 步里取最大值
# en: the loss swings once in 9.9 steps, so take the largest of 40 steps
peaks = [max(losses[start : start + 40]) for start in range(0, 200, 40)]
print("peaks", *[f"{peak:.2f}" for peak in peaks])
assert min(peaks) > 4.9
