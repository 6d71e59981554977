"""Whether the torch at hand is the one that constraints.txt locks: some tests need to know."""

import torch

from optguide_site.page import TORCH

LOCKED = torch.__version__.startswith(TORCH)
