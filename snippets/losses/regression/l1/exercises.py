# --8<-- [start:scale]
import torch

input = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
target = torch.zeros(2, 2)
total = torch.nn.L1Loss(reduction="sum")(input, target)
mean = torch.nn.L1Loss(reduction="mean")(input, target)
print(total.item(), mean.item(), (total / mean).item())
# --8<-- [end:scale]

# --8<-- [start:per_sample]
none = torch.nn.L1Loss(reduction="none")(input, target)
# zh: 先对每个样本求和，再对样本取平均
# en: the sum over each sample, then the mean over samples
per_sample = none.sum(dim=1)
print(per_sample.tolist(), per_sample.mean().item())
# --8<-- [end:per_sample]

# --8<-- [start:mask]
# zh: 第二行是填充，不该计入
# en: the second row is padding and should not count
mask = torch.tensor([[1.0, 1.0], [0.0, 0.0]])
print("wrong", (none * mask).mean().item())
print("right", ((none * mask).sum() / mask.sum()).item())
assert (none * mask).sum() / mask.sum() == none[0].mean()
# --8<-- [end:mask]
