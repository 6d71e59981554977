# --8<-- [start:surprise]
import torch


def build(dtype=None, device=None):
    w = torch.zeros(1, requires_grad=True, dtype=dtype, device=device)
    return w, torch.optim.SGD([w], lr=0.1, momentum=0.9)


w, optimizer = build()
w.grad = torch.full((1,), 0.1)
optimizer.step()
saved = optimizer.state_dict()

half, optimizer = build(torch.bfloat16)
optimizer.load_state_dict(saved)
for buffer in (
    saved["state"][0]["momentum_buffer"],
    optimizer.state[half]["momentum_buffer"],
):
    print(buffer.dtype, f"{buffer.item():.7f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
loaded = optimizer.state[half]["momentum_buffer"]
full = saved["state"][0]["momentum_buffer"]
optimizer.state[half]["momentum_buffer"] = full.to(loaded.device, copy=True)

half.grad = torch.full_like(half, 0.1)
optimizer.step()
assert optimizer.state[half]["momentum_buffer"].dtype == torch.float32
# --8<-- [end:fix]

# --8<-- [start:device]
elsewhere, optimizer = build(device="meta")
optimizer.load_state_dict(saved)
print(optimizer.state[elsewhere]["momentum_buffer"].device)
# --8<-- [end:device]
