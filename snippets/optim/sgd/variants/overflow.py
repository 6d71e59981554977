import torch

for fused in (False, True):
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9, fused=fused)
    scaler = torch.amp.GradScaler(w.device.type, init_scale=4.0)
    scaler.scale(w.sum()).backward()
    w.grad.fill_(float("inf"))
    scaler.step(optimizer)
    scaler.update()
    buffer = "momentum_buffer" in optimizer.state[w]
    print(f"fused={fused}: w {w.item()}, buffer made: {buffer}")
