# --8<-- [start:modes]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.5))
inputs = torch.randn(1, 4)

model.train()
same = torch.equal(model(inputs), model(inputs))
print("train: two calls agree", same)
model.eval()
same = torch.equal(model(inputs), model(inputs))
print("eval:  two calls agree", same)
assert same
# --8<-- [end:modes]

# --8<-- [start:no_grad]
with torch.no_grad():
    print("no_grad:", model(inputs).requires_grad, "training:", model.training)
print("eval alone:", model(inputs).requires_grad, "training:", model.training)
# --8<-- [end:no_grad]

# --8<-- [start:mean]
# zh: 两个批次的平均损失：64 个样本与 5 个样本
# en: the mean losses of two batches: 64 samples and 5 samples
losses, sizes = [0.5, 2.0], [64, 5]
plain = sum(losses) / 2
weighted = sum(loss * n for loss, n in zip(losses, sizes, strict=True)) / sum(sizes)
print(f"mean of the means {plain:.2f}  mean of all samples {weighted:.2f}")
# --8<-- [end:mean]
