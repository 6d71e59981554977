# --8<-- [start:surprise]
import warnings

import torch

input = torch.tensor([[1.0], [2.0], [3.0]])
target = torch.tensor([1.0, 2.0, 3.0])

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss = torch.nn.functional.l1_loss(input, target)
print("loss", round(loss.item(), 4))
print(str(caught[0].message).partition(". ")[0])
# --8<-- [end:surprise]

# --8<-- [start:why]
# zh: (3, 1) 与 (3,) 广播成 (3, 3)：每个预测值与每个目标都相减了一次
# en: (3, 1) and (3,) broadcast to (3, 3): every prediction meets every target
print((input - target).abs())
# --8<-- [end:why]

# --8<-- [start:fix]
loss = torch.nn.functional.l1_loss(input.squeeze(1), target)
print("loss", loss.item())
# --8<-- [end:fix]
