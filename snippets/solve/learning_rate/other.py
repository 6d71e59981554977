# --8<-- [start:wrong]
import warnings

import torch
from torch.optim.lr_scheduler import StepLR


def run(optimizer, scheduler):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(3):
            optimizer.step()
            scheduler.step()
    print("lr", optimizer.param_groups[0]["lr"])
    print("same optimizer:", scheduler.optimizer is optimizer)
    for warning in caught:
        print(str(warning.message).partition(". ")[0])


model = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.8)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
# zh: 例如换了分类头，于是又建了一个优化器
# en: another optimizer is built, for a new head, say
model = torch.nn.Linear(2, 3)
optimizer = torch.optim.SGD(model.parameters(), lr=0.8)
run(optimizer, scheduler)
# --8<-- [end:wrong]

# --8<-- [start:right]
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
run(optimizer, scheduler)
# --8<-- [end:right]
