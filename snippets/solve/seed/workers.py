# --8<-- [start:wrong]
import random

import numpy as np
import torch
from torch.utils.data import DataLoader


class Augmented:
    def __init__(self):
        self.rng = np.random.default_rng(0)

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return round(self.rng.random(), 3), round(random.random(), 3)


def epoch(dataset, workers):
    torch.manual_seed(0)
    random.seed(0)
    options = {"multiprocessing_context": "fork"} if workers else {}
    loader = DataLoader(dataset, 2, num_workers=workers, collate_fn=list, **options)
    return [pair for batch in loader for pair in batch]


for workers in (0, 2):
    own, shared = zip(*epoch(Augmented(), workers), strict=True)
    print(workers, "workers: own", *own)
    print("         random", *shared)
# --8<-- [end:wrong]


# --8<-- [start:right]
class Repeatable(Augmented):
    epoch = 0

    def __getitem__(self, index):
        rng = np.random.default_rng([7, self.epoch, index])
        return round(rng.random(), 3), index


for workers in (0, 2):
    print(workers, "workers:", *[value for value, _ in epoch(Repeatable(), workers)])
# --8<-- [end:right]
