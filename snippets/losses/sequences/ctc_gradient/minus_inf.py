# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

generator = torch.Generator().manual_seed(0)
scores = torch.randn(4, 1, 4, generator=generator)
target, lengths = torch.tensor([[1, 2]]), ([4], [2])


def gradient(masked):
    # zh: 目标里没有类别 3
    # en: the target does not contain class 3
    logits = scores.clone()
    logits[..., 3] = masked
    logits.requires_grad_()
    log_probs = logits.log_softmax(2)
    loss = F.ctc_loss(log_probs, target, *lengths, zero_infinity=True)
    loss.backward()
    finite = bool(logits.grad.isfinite().all())
    print(f"{masked:g}: loss {loss.item():.4f}, finite gradient {finite}")
    return logits.grad


assert gradient(-torch.inf).isnan().all()
# --8<-- [end:surprise]

# --8<-- [start:fix]
assert gradient(-1e4)[..., 3].count_nonzero() == 0
# --8<-- [end:fix]
