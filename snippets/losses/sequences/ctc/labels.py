# --8<-- [start:surprise]
import torch

from optguide.losses import ctc_loss

# zh: 三个类别只占一个更宽的张量的前三列，后三列与这个损失无关
# en: the three classes are part of a wider tensor; its other columns are unrelated
wide = torch.zeros(4, 1, 6, device="cpu")
log_p = wide[:, :, :3]
target = torch.tensor([[1, 5]], device="cpu")
for behind in (0.0, 7.0):
    wide[:, :, 5] = behind
    loss = torch.nn.functional.ctc_loss(log_p, target, [4], [2], reduction="sum")
    print(f"behind {behind:g}: {loss:.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
try:
    ctc_loss(log_p, target, [4], [2])
except IndexError as error:
    print(error)
# --8<-- [end:fix]
