import torch

w = torch.tensor([1.0, -2.0], requires_grad=True)
v = w.detach().clone().requires_grad_()
forgetful = torch.optim.SGD([w], lr=0.05)
momentum_one = torch.optim.SGD([v], lr=0.05, momentum=1.0)

for step in range(60):
    (w**2).sum().backward()
    forgetful.step()

    momentum_one.zero_grad()
    (v**2).sum().backward()
    momentum_one.step()
    if step % 10 == 9:
        print("step", step + 1, "loss", f"{(w**2).sum().item():.3f}")
    torch.testing.assert_close(w, v, rtol=1e-4, atol=1e-5)

# zh: 从 5 出发，走了 60 步还在附近来回摆
# en: it started at 5 and still swings after 60 steps
assert (w**2).sum() > 4
