import itertools

import torch

from optguide.losses import CrossEntropyLoss

torch.manual_seed(0)


def rand(*shape):
    return torch.rand(*shape, dtype=torch.float64)


def outcome(loss_class, input, target, arguments):
    input = input.clone().requires_grad_()
    try:
        loss = loss_class(**arguments)(input, target)
    except RuntimeError as error:
        return str(error)
    loss.sum().backward()
    return loss, input.grad


count = {}
for shape, w, eps, ignore_index, reduction, kind in itertools.product(
    [(5, 4), (2, 4, 3), (4,)],
    [None, rand(4)],
    [0.0, 0.1, 1.0],
    [-100, 1],
    ["none", "mean", "sum"],
    ["indices", "probabilities"],
):
    input = 6 * rand(*shape) - 3
    dim = min(1, input.dim() - 1)
    target = rand(*shape).softmax(dim)
    if kind == "indices":
        target = target.argmax(dim)
    arguments = {
        "weight": w,
        "label_smoothing": eps,
        "ignore_index": ignore_index,
        "reduction": reduction,
    }
    ours = outcome(CrossEntropyLoss, input, target, arguments)
    theirs = outcome(torch.nn.CrossEntropyLoss, input, target, arguments)
    if isinstance(theirs, str):
        assert ours == theirs
        key = f"{kind}: {theirs}"
    else:
        # zh: 值与梯度都要相等
        # en: value and gradient
        tolerance = {"rtol": 1e-12, "atol": 1e-12, "equal_nan": True}
        torch.testing.assert_close(ours, theirs, **tolerance)
        if kind == "indices" and (target == ignore_index).any():
            kind = "indices, some ignored"
        key = f"{kind}: agree within 1e-12"
    count[key] = count.get(key, 0) + 1

for key, times in count.items():
    print(times, key)
