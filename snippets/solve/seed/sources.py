# --8<-- [start:wrong]
import random

import numpy as np
import torch


def draw():
    values = random.random(), np.random.rand(), torch.rand(1).item()
    return [round(v, 3) for v in values]


torch.manual_seed(0)
one = draw()
torch.manual_seed(0)
two = draw()
print([a == b for a, b in zip(one, two, strict=True)])
# --8<-- [end:wrong]


# --8<-- [start:right]
def seed_everything(seed):
    random.seed(seed)
    np.random.seed(seed)
    # zh: 包括所有 GPU
    # en: all GPUs included
    torch.manual_seed(seed)


seed_everything(0)
one = draw()
seed_everything(0)
two = draw()
print([a == b for a, b in zip(one, two, strict=True)])
# --8<-- [end:right]
