import torch

from optguide.optim import SGD

for set_to_none in (True, False):
    runs = []
    for Optimizer in (SGD, torch.optim.SGD):
        w = torch.tensor([1.0, -2.0], requires_grad=True)
        rare = torch.ones(2, requires_grad=True)
        optimizer = Optimizer([w, rare], lr=0.1, momentum=0.9, weight_decay=0.01)
        for t in range(20):
            optimizer.zero_grad(set_to_none=set_to_none)
            loss = (w**2).sum()
            if t % 5 == 0:
                loss = loss + rare.sum()
            loss.backward()
            optimizer.step()
        # zh: 自己带着计算图的梯度，也要断开
        # en: a gradient with a graph of its own has to be cut off, too
        w.grad = 2 * w
        optimizer.zero_grad(set_to_none=set_to_none)
        runs.append([w, rare])

    for ours, theirs in zip(*runs, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-6, atol=1e-7)
        assert (ours.grad is None) == (theirs.grad is None) == set_to_none
        if not set_to_none:
            assert torch.equal(ours.grad, theirs.grad)
            assert not ours.grad.requires_grad
            assert not theirs.grad.requires_grad
    print(f"set_to_none={set_to_none}: rtol 1e-6, atol 1e-7")
