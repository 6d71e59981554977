"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import executed, gradient

example = executed("losses/sequences/ctc_gradient/share.py", "share")
p, r = example["p"], example["share"]
target = torch.tensor([example["target"]])


def ell(z):
    return F.ctc_loss(z.log_softmax(1)[:, None], target, [len(z)], [2], reduction="sum")


d_ell_d_z = gradient(ell, p.log() + torch.randn(len(p), 1))
