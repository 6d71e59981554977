"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import MultiStepLR

M, alpha = [3, 4, 7], uniform(0.3, 0.9)
eta = rates(lambda optimizer: MultiStepLR(optimizer, M, alpha))
