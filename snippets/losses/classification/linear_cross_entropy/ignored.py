# --8<-- [start:surprise]
import warnings

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
x, A = torch.randn(8, 4), torch.randn(5, 4)
y = torch.randint(5, (8,))
options = nn.LinearCrossEntropyOptions(batch_chunk_size=2)


def ask(label, target, **arguments):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        F.linear_cross_entropy(x, A, target, options=options, **arguments)
    print(f"{label}:", "ignored" if caught else "in chunks")


ask("indices", y)
ask("weight", y, weight=torch.ones(5))
ask("ignore_index", y, ignore_index=0)
ask("label_smoothing", y, label_smoothing=0.1)
ask("uint8", y.to(torch.uint8))
ask("probabilities", F.one_hot(y, 5).float())
# --8<-- [end:surprise]

# --8<-- [start:fix]
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="linear_cross_entropy")
    try:
        F.linear_cross_entropy(x, A, y, options=options, label_smoothing=0.1)
    except UserWarning as warning:
        print(str(warning).partition(";")[0])
# --8<-- [end:fix]
