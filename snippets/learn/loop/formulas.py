"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

x = torch.randn(9, 3)
target = torch.randint(3, (9,))
y = target + 1  # classes count from 1
B = [(0, 1, 2, 3), (4, 5, 6), (7, 8)]
L = {batch: F.cross_entropy(x[list(batch)], target[list(batch)]) for batch in B}
L_train = F.cross_entropy(x, target)
N = N_valid = 9
accuracy = (x.argmax(1) == target).double().mean()
