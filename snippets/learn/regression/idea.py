# --8<-- [start:by_hand]
import warnings

import torch
from torch import nn

# zh: 三天的气温：预测值与目标
# en: the temperatures of three days: prediction and target
prediction = torch.tensor([20.0, 23.0, 18.0], requires_grad=True)
target = torch.tensor([21.0, 23.0, 14.0])

error = prediction - target
print("error   ", error.tolist())
print("absolute", error.abs().tolist())
print("squared ", error.square().tolist())
# --8<-- [end:by_hand]

# --8<-- [start:mean]
l1 = nn.L1Loss()(prediction, target)
mse = nn.MSELoss()(prediction, target)
print(f"L1Loss {l1.item():.4f}  MSELoss {mse.item():.4f}")
torch.testing.assert_close(l1, error.abs().mean())
torch.testing.assert_close(mse, error.square().mean())
# --8<-- [end:mean]

# --8<-- [start:reduction]
for reduction in ("mean", "sum", "none"):
    loss = nn.L1Loss(reduction=reduction)(prediction, target)
    print(f"{reduction:4}  shape {tuple(loss.shape)}", end="  ")
    print([round(v, 4) for v in loss.flatten().tolist()])
# --8<-- [end:reduction]

# --8<-- [start:gradient]
for loss in (l1, mse):
    (gradient,) = torch.autograd.grad(loss, prediction)
    print([round(g, 4) for g in gradient.tolist()])
# zh: L1 在误差为 0 处不可导，torch 取次梯度 0
# en: L1 has no derivative where the error is 0; torch takes the subgradient 0
# --8<-- [end:gradient]

# --8<-- [start:shapes]
column = torch.tensor([[20.0], [23.0], [18.0]])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    wrong = nn.L1Loss(reduction="none")(column, target)
print("warnings", len(caught), "shape", tuple(wrong.shape))
right = nn.L1Loss(reduction="none")(column.squeeze(1), target)
print("shape", tuple(right.shape))
# --8<-- [end:shapes]
