import itertools

import torch

from optguide.losses import ctc_loss

generator = torch.Generator().manual_seed(0)
input_lengths = torch.tensor([9, 7, 8])
target_lengths = torch.tensor([3, 0, 4])
options = ("none", "sum", "mean"), (False, True), (0, 5)
for form in ("padded", "concatenated"):
    count = 0
    for reduction, zero_infinity, blank in itertools.product(*options):
        x = torch.randn(9, 3, 6, generator=generator, dtype=torch.float64)
        # zh: 标签避开空白；第三个目标有重复的标签
        # en: labels other than blank; the third target repeats labels
        target = torch.tensor([[1, 2, 3, 0], [0, 0, 0, 0], [4, 4, 2, 2]])
        if form == "concatenated":
            target = torch.tensor([1, 2, 3, 4, 4, 2, 2])
        losses, grads = [], []
        for function in (ctc_loss, torch.nn.functional.ctc_loss):
            logits = x.clone().requires_grad_()
            loss = function(
                logits.log_softmax(2),
                target,
                input_lengths,
                target_lengths,
                blank=blank,
                reduction=reduction,
                zero_infinity=zero_infinity,
            )
            losses.append(loss)
            grads.append(torch.autograd.grad(loss.sum(), logits)[0])
        torch.testing.assert_close(*losses, rtol=1e-9, atol=1e-12)
        torch.testing.assert_close(*grads, rtol=1e-9, atol=1e-12)
        count += 1
    print(f"{form}: {count} times, rtol 1e-9, atol 1e-12")
