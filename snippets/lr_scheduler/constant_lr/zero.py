# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import ConstantLR, LambdaLR


def run(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    for epoch in range(4):
        print("epoch", epoch, "lr", optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()


# zh: torch 建的时候不拒绝；若拒绝了，这里就不再是 ZeroDivisionError
# en: torch builds it; once it is refused, this is no ZeroDivisionError
try:
    run(lambda o: ConstantLR(o, factor=0.0, total_iters=2))
except ZeroDivisionError as e:
    print(type(e).__name__)
else:
    raise AssertionError("mended")
# --8<-- [end:surprise]

# --8<-- [start:fix]
run(lambda o: LambdaLR(o, lambda t: 0.0 if t < 2 else 1.0))
# --8<-- [end:fix]
