# --8<-- [start:zero]
import torch

weight = torch.nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([weight], lr=0.1)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: step // 1000)
for _ in range(3):
    optimizer.zero_grad()
    weight.sum().backward()
    print("lr", scheduler.get_last_lr(), "weight", weight.item())
    optimizer.step()
    scheduler.step()
# --8<-- [end:zero]

# --8<-- [start:half]
for dtype in (torch.float32, torch.bfloat16):
    weight = torch.nn.Parameter(torch.ones(1, dtype=dtype))
    optimizer = torch.optim.SGD([weight], lr=1e-3)
    for _ in range(100):
        optimizer.zero_grad()
        weight.sum().backward()
        optimizer.step()
    print(f"{dtype}: {weight.item():.3f}")
# --8<-- [end:half]
