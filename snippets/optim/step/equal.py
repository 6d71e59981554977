import torch

from optguide.optim import SGD


def run(Optimizer):
    torch.manual_seed(0)
    w = torch.randn(4).requires_grad_()
    unused = torch.zeros(1, requires_grad=True)
    optimizer = Optimizer([w, unused], lr=0.05, momentum=0.9)
    assert len(optimizer.state) == 0

    def closure():
        optimizer.zero_grad()
        loss = (torch.tensor([1.0, 2.0, 5.0, 0.5]) * w**2).sum()
        loss.backward()
        return loss

    losses = torch.stack([optimizer.step(closure) for _ in range(100)])
    assert list(optimizer.state) == [w]
    return w, optimizer.state[w]["momentum_buffer"], losses


names = ("w", "momentum_buffer", "losses")
runs = run(SGD), run(torch.optim.SGD)
for name, ours, theirs in zip(names, *runs, strict=True):
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-7)
    print(f"{name}: 100 steps, rtol 1e-5, atol 1e-7")
