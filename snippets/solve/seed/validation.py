# --8<-- [start:wrong]
import torch
from torch.utils.data import DataLoader

data = list(range(8))


def epochs(validate, **options):
    torch.manual_seed(0)
    train = DataLoader(data, batch_size=8, shuffle=True, **options)
    valid = DataLoader(data, batch_size=8)
    orders = []
    for _ in range(2):
        orders += [batch.tolist() for batch in train]
        if validate:
            list(valid)
    return orders


for validate in (False, True):
    print(*epochs(validate))
assert epochs(False)[0] == epochs(True)[0]
assert epochs(False)[1] != epochs(True)[1]
# --8<-- [end:wrong]

# --8<-- [start:right]
for validate in (False, True):
    print(*epochs(validate, generator=torch.Generator().manual_seed(0)))
# --8<-- [end:right]
