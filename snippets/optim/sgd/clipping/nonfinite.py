# --8<-- [start:surprise]
import torch
from torch.nn.utils import clip_grad_norm_

inf, nan = float("inf"), float("nan")
for bad in (inf, nan):
    w = torch.zeros(3, requires_grad=True)
    w.grad = torch.tensor([bad, 1.0, 2.0])
    norm = clip_grad_norm_([w], max_norm=1.0)
    print(f"norm {norm.item()}: {w.grad.tolist()}")
# --8<-- [end:surprise]

# --8<-- [start:error]
w.grad = torch.tensor([inf, 1.0, 2.0])
try:
    clip_grad_norm_([w], max_norm=1.0, error_if_nonfinite=True)
except RuntimeError as e:
    print(str(e).partition(", so")[0].replace("for ", "for\n"))
print(w.grad.tolist())
# --8<-- [end:error]

# --8<-- [start:fix]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
skipped = 0
for gradient in (1.0, nan, 1.0):
    w.grad = torch.tensor([gradient])
    norm = clip_grad_norm_([w], max_norm=1.0)
    # zh: 这一批不要了；缓冲也保持干净
    # en: leave this batch out; the buffer stays clean too
    if norm.isfinite():
        optimizer.step()
    else:
        skipped += 1
print(f"skipped {skipped}, w {w.item():.2f}")
# --8<-- [end:fix]
