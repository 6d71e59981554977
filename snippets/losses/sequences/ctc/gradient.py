# --8<-- [start:surprise]
import torch

from optguide.losses import ctc_loss

x = torch.tensor([[1.0, 3.0, 0.0], [2.0, 0.0, 1.0], [0.0, 1.0, 3.0]])
labels = torch.tensor([1, 2]), torch.tensor(3), torch.tensor(2)


def gradients(function):
    logits = x.clone().requires_grad_()
    log_p = logits.log_softmax(1)
    loss = function(log_p, *labels, reduction="sum")
    return torch.autograd.grad(loss, (log_p, logits))


ours, theirs = gradients(ctc_loss), gradients(torch.nn.functional.ctc_loss)
for name, (by_log_p, _) in (("autograd", ours), ("torch", theirs)):
    print(f"{name}:", [f"{g:.3f}" for g in by_log_p[0].tolist()])
# --8<-- [end:surprise]

# --8<-- [start:why]
# zh: torch 的梯度多出一个 p；再往前一步，到 logits，就没有差别
# en: torch's has a p too many; one step on, at the logits, nothing differs
torch.testing.assert_close(theirs[0], ours[0] + x.softmax(1))
torch.testing.assert_close(theirs[1], ours[1])
# --8<-- [end:why]

# --8<-- [start:harm]
# zh: 减去先验的对数之后，每一行的概率加起来不再是 1
# en: with the log of a prior taken off, the rows no longer sum to 1
log_prior = torch.tensor([0.6, 0.2, 0.2]).log()


def by_logits(function):
    logits = x.clone().requires_grad_()
    scaled = logits.log_softmax(1) - log_prior
    loss = function(scaled, *labels, reduction="sum")
    return loss, torch.autograd.grad(loss, logits)[0]


ours, theirs = by_logits(ctc_loss), by_logits(torch.nn.functional.ctc_loss)
torch.testing.assert_close(ours[0], theirs[0])
for name, (_, gradient) in (("autograd", ours), ("torch", theirs)):
    print(f"{name}:", [f"{g:.3f}" for g in gradient[0].tolist()])
# --8<-- [end:harm]

# --8<-- [start:difference]
# zh: 谁对？把第一个 logit 挪一点点，看损失变多少
# en: which one is right? move the first logit a little, and see
step = 1e-3
losses = []
for sign in (1, -1):
    moved = x.double()
    moved[0, 0] += sign * step
    scaled = moved.log_softmax(1) - log_prior.double()
    losses.append(ctc_loss(scaled, *labels, reduction="sum"))
print(f"difference: {(losses[0] - losses[1]) / (2 * step):.3f}")
# --8<-- [end:difference]
