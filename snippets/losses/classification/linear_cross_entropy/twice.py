# --8<-- [start:surprise]
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
x = torch.randn(8, 4, requires_grad=True)
A = torch.randn(5, 4, requires_grad=True)
y = torch.randint(5, (8,))
options = nn.LinearCrossEntropyOptions(batch_chunk_size=2)

loss = F.linear_cross_entropy(x, A, y, options=options)
loss.backward(retain_graph=True)
try:
    loss.backward()
except RuntimeError as error:
    print(str(error).partition(";")[0])
# --8<-- [end:surprise]

# --8<-- [start:fix]
options = nn.LinearCrossEntropyOptions(batch_chunk_size=2, allow_retain_graph=True)
loss = F.linear_cross_entropy(x, A, y, options=options)
first = torch.autograd.grad(loss, x, retain_graph=True)
torch.testing.assert_close(torch.autograd.grad(loss, x), first)
# --8<-- [end:fix]

# --8<-- [start:second]
# zh: 二阶导数：梯度本身要能再求梯度
# en: second derivatives: the gradient must have a gradient
for o in (options, None):
    loss = F.linear_cross_entropy(x, A, y, options=o)
    (gradient,) = torch.autograd.grad(loss, x, create_graph=True)
    label = "chunks" if o else "options=None"
    print(f"{label}: {gradient.requires_grad}")
# --8<-- [end:second]
