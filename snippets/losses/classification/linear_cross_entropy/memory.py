# --8<-- [start:count]
import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks
from torch.nn import functional as F
from torch.utils._python_dispatch import TorchDispatchMode

import optguide.losses

N, features, C = 512, 32, 2000
torch.manual_seed(0)
x = torch.randn(N, features, requires_grad=True)
A = torch.randn(C, features, requires_grad=True)
y = torch.randint(C, (N,))


def saved(label, function):
    # zh: autograd 为反向传播留下的字节数，本来就在的张量不算
    # en: the bytes autograd keeps for backward, tensors already there not counted
    kept = {}

    def pack(tensor):
        storage = tensor.untyped_storage()
        kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        loss = function()
    for given in (x, A, y):
        kept.pop(given.untyped_storage().data_ptr(), None)
    print(f"{label}: {sum(kept.values())}")
    return loss


options = nn.LinearCrossEntropyOptions(batch_chunk_size=32)
losses = [
    saved("linear, cross_entropy", lambda: F.cross_entropy(F.linear(x, A), y)),
    saved("options=None", lambda: F.linear_cross_entropy(x, A, y)),
    saved("chunks", lambda: F.linear_cross_entropy(x, A, y, options=options)),
    saved(
        "chunks, optguide",
        lambda: optguide.losses.linear_cross_entropy(x, A, y, options=options),
    ),
]
print("the logits:", N * C * 4)
torch.testing.assert_close(torch.stack(losses), losses[0].expand(4))
# --8<-- [end:count]


# --8<-- [start:backward]
class Products(TorchDispatchMode):
    # zh: 数一数做了几次矩阵乘法
    # en: counts the matrix products
    def __init__(self):
        super().__init__()
        self.count = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.count += func is torch.ops.aten.mm.default
        return func(*args, **(kwargs or {}))


for label, loss in zip(
    ("linear, cross_entropy", "options=None", "chunks", "chunks, optguide"),
    losses,
    strict=True,
):
    with Products() as products:
        loss.backward()
    print(f"{label}: {products.count}")
print("the two gradients:", (N + C) * features * 4)
# --8<-- [end:backward]
