# --8<-- [start:cases]
import textwrap
from copy import copy

import torch

from optguide.optim import SGD

held = torch.ones(2, requires_grad=True)
new = torch.ones(2, requires_grad=True)
cases = {
    "no dict": [new],
    "no params": {"lr": 0.1},
    "a set": {"params": {new}},
    "no tensor": {"params": [1.0]},
    "non-leaf": {"params": [new * 2]},
    "held already": {"params": [new, held]},
    "names for some": {"params": [("new", new), torch.ones(2)]},
    "names here only": {"params": [("new", new)]},
}
# --8<-- [end:cases]


# --8<-- [start:refuse]
def refuse(optimizer_class, group):
    optimizer = optimizer_class([held], lr=0.1)
    try:
        # zh: 浅拷贝：add_param_group 会改动交给它的字典
        # en: a copy, since add_param_group changes the dict it is given
        optimizer.add_param_group(copy(group))
    except (KeyError, TypeError, ValueError) as e:
        # zh: 拒绝之后，优化器还是原样
        # en: after a refusal the optimizer is what it was
        assert len(optimizer.param_groups) == 1
        return f"{type(e).__name__}: {e}"


for name, group in cases.items():
    message = refuse(torch.optim.SGD, group)
    # zh: 参考实现的类型与措辞都相同
    # en: the reference implementation gives the same type and words
    assert refuse(SGD, group) == message
    print(textwrap.fill(f"{name} -> {message}", 44, subsequent_indent="  "))
# --8<-- [end:refuse]
