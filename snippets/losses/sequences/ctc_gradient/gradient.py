# --8<-- [start:harm]
import torch

from optguide.losses import ctc_loss

x = torch.tensor([[1.0, 3.0, 0.0], [2.0, 0.0, 1.0], [0.0, 1.0, 3.0]])
labels = torch.tensor([1, 2]), torch.tensor(3), torch.tensor(2)
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
# zh: 把第一个 logit 稍微改一点，看损失变化多少
# en: change the first logit a little, and see how much the loss changes
step = 1e-3
losses = []
for sign in (1, -1):
    moved = x.double()
    moved[0, 0] += sign * step
    scaled = moved.log_softmax(1) - log_prior.double()
    losses.append(ctc_loss(scaled, *labels, reduction="sum"))
print(f"difference: {(losses[0] - losses[1]) / (2 * step):.3f}")
# --8<-- [end:difference]


# --8<-- [start:surprise]
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
# zh: 在 log_probs 处，torch 的梯度多出一个 p；再往前到 logits，两者相等
# en: at log_probs, the gradient of torch has an extra p; at the logits they agree
torch.testing.assert_close(theirs[0], ours[0] + x.softmax(1))
torch.testing.assert_close(theirs[1], ours[1])
# --8<-- [end:why]
