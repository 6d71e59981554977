import torch
from matplotlib import pyplot as plt
from torch import nn
from torch.autograd.graph import saved_tensors_hooks

from optguide.losses import linear_cross_entropy

F, C = 16, 500
torch.manual_seed(0)
A = torch.randn(C, F, requires_grad=True)
sizes = [64, 128, 256, 512]


def saved(N, options):
    # zh: autograd 留下多少 MiB，输入、权重和目标不算
    # en: MiB that autograd keeps, besides the input, the weight and the target
    x, y = torch.randn(N, F, requires_grad=True), torch.randint(C, (N,))
    kept = {}

    def pack(tensor):
        storage = tensor.untyped_storage()
        kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        loss = linear_cross_entropy(x, A, y, options=options)
    for given in (x, A, y):
        kept.pop(given.untyped_storage().data_ptr(), None)
    assert loss.requires_grad
    return sum(kept.values()) / 2**20


fig, ax = plt.subplots()
for label, options, style in (
    ("options=None", None, "o-"),
    ("batch_chunk_size=32", nn.LinearCrossEntropyOptions(batch_chunk_size=32), "s--"),
):
    ax.plot(sizes, [saved(N, options) for N in sizes], style, label=label)
ax.set(xlabel="N", ylabel="saved for backward, MiB")
ax.legend()
plt.show()
