# --8<-- [start:surprise]
import torch
from torch import nn
from torch.nn import functional as F

in_chunks = nn.LinearCrossEntropyOptions(batch_chunk_size=2)
target = torch.full((4,), -100)


def gradient(options, reduction="mean", divisor=1):
    x = torch.ones(4, 3, requires_grad=True)
    A = torch.ones(5, 3)
    loss = F.linear_cross_entropy(x, A, target, reduction=reduction, options=options)
    (loss / divisor).backward()
    return x.grad[0].tolist()


print("no chunks", gradient(None))
print("in chunks", gradient(in_chunks))
# --8<-- [end:surprise]

# --8<-- [start:fix]
count = (target != -100).sum().clamp(min=1)
print("in chunks", gradient(in_chunks, reduction="sum", divisor=count))
# --8<-- [end:fix]
