"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from tests.support.bind import rates
from torch.optim.lr_scheduler import ConstantLR, ExponentialLR, LinearLR, SequentialLR

parts = [
    lambda optimizer: LinearLR(optimizer, 0.1, total_iters=3),
    lambda optimizer: ExponentialLR(optimizer, 0.9),
    lambda optimizer: ConstantLR(optimizer, 0.5, 3),
]
m = [0, 4, 9, 99]
eta_it = [rates(part, steps=20) for part in parts]
eta = rates(
    lambda optimizer: SequentialLR(
        optimizer, [part(optimizer) for part in parts], m[1:3]
    )
)
