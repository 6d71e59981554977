# --8<-- [start:surprise]
import torch

x = torch.tensor([200.0, 300.0])
for dtype in (torch.float16, torch.bfloat16, torch.float32):
    print(dtype, x.to(dtype).square().tolist(), "max", torch.finfo(dtype).max)
# --8<-- [end:surprise]

# --8<-- [start:small]
small = torch.tensor([1e-8])
print(small.half().tolist(), (1 / (small.half() + 1e-8)).tolist())
# --8<-- [end:small]
