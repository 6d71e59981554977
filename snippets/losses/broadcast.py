import warnings

import torch
from torch import nn

input = torch.tensor([[0.2], [0.4], [0.9]])
target = torch.tensor([0.0, 1.0, 1.0])

for loss_fn in (
    nn.BCELoss(),
    nn.BCEWithLogitsLoss(),
    nn.SoftMarginLoss(),
    nn.L1Loss(),
    nn.MSELoss(),
    nn.SmoothL1Loss(),
    nn.HuberLoss(),
    nn.PoissonNLLLoss(),
    nn.KLDivLoss(reduction="batchmean"),
    nn.HingeEmbeddingLoss(),
    nn.MultiLabelSoftMarginLoss(),
):
    print(type(loss_fn).__name__)
    right = loss_fn(input, target[:, None])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            wrong = loss_fn(input, target)
        except (RuntimeError, ValueError):
            print("  refuses")
            continue
    answer = "warns" if caught else "silent"
    print(f"  {answer}, {wrong.item():.2f} for {right.item():.2f}")
    assert abs(wrong - right) > 0.01
