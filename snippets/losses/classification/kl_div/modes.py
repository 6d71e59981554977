import torch
from matplotlib import pyplot as plt
from torch.distributions import Normal

from optguide.losses import kl_div

# zh: 目标 p：两个峰，一高一低，在一排格点上
# en: the target p: two peaks, one of them higher, on a row of points
x = torch.linspace(-6, 6, 241)
peaks = [Normal(-2.0, 0.6), Normal(2.0, 0.6)]
log_p = (0.6 * peaks[0].log_prob(x).exp() + 0.4 * peaks[1].log_prob(x).exp()).log()
log_p = log_p.log_softmax(0)


def fit(reverse):
    mean = torch.tensor(-0.5, requires_grad=True)
    log_std = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([mean, log_std], lr=0.05, momentum=0.9)
    for _ in range(500):
        # zh: q 是一个正态分布；kl_div 的目标是期望对谁取的那个
        # en: q is one normal; the target of kl_div is what the mean is taken over
        log_q = Normal(mean, log_std.exp()).log_prob(x).log_softmax(0)
        input, target = (log_p, log_q) if reverse else (log_q, log_p)
        loss = kl_div(input, target, reduction="sum", log_target=True)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return log_q.detach()


plt.fill_between(x.tolist(), log_p.exp().tolist(), alpha=0.2, color="C0", label="p")
plt.plot(x.tolist(), fit(False).exp().tolist(), "C1", label="q with the least KL(p‖q)")
plt.plot(x.tolist(), fit(True).exp().tolist(), "C2--", label="q with the least KL(q‖p)")
plt.gca().set(yticks=(), ylabel="probability", ylim=(0, 0.048))
plt.legend(loc="upper right")
plt.show()
