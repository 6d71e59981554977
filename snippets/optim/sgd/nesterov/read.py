import torch

w = torch.ones(1).double().requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9, nesterov=True)
for _ in range(3):
    optimizer.zero_grad()
    (w**2).sum().backward()
    optimizer.step()


@torch.no_grad()
def paper_parameters(optimizer):
    for group in optimizer.param_groups:
        for p in group["params"]:
            buf = optimizer.state[p].get("momentum_buffer")
            if buf is not None:
                yield p + group["lr"] * group["momentum"] * buf
            else:
                yield p.clone()


(theta,) = paper_parameters(optimizer)
print(f"{w.item():.4f} {theta.item():.4f}")
