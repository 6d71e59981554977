# --8<-- [start:empty]
import math

import torch

from optguide.losses import ctc_loss

p = torch.tensor([[0.2, 0.8], [0.5, 0.5]])
loss = ctc_loss(p.log(), torch.tensor([]), [2], [0], reduction="sum")
print(f"{loss:.4f} {-math.log(0.2 * 0.5):.4f}")
# --8<-- [end:empty]

# --8<-- [start:count]
for T, S in ((3, 2), (6, 3), (10, 3)):
    log_p = torch.zeros(T, 5, dtype=torch.float64)
    target = torch.arange(1, S + 1)
    paths = ctc_loss(log_p, target, [T], [S], reduction="sum").neg().exp()
    print(f"T {T}, S {S}: {paths:.0f} paths")
    assert math.isclose(paths, math.comb(T + S, 2 * S), rel_tol=1e-9)
# --8<-- [end:count]

# --8<-- [start:best]
# zh: 最可能的一条路径，读出来不一定是最可能的文字
# en: the best path need not read as the best text
p = torch.tensor([[0.6, 0.4], [0.6, 0.4]])
blank = ctc_loss(p.log(), torch.tensor([]), [2], [0], reduction="sum")
a = ctc_loss(p.log(), torch.tensor([1]), [2], [1], reduction="sum")
print(f"nothing {blank.neg().exp():.2f}, a {a.neg().exp():.2f}")
# --8<-- [end:best]
