# --8<-- [start:counts]
import torch
from torch import nn
from torch.distributions import NegativeBinomial

generator = torch.Generator().manual_seed(0)
# zh: 速率本身也在变，平均为 4，所以计数比泊松分布分散得多
# en: the rate itself varies, with mean 4, so the counts spread far more than Poisson's
varying = -4 * (1 - torch.rand(2000, generator=generator)).log()
counts = torch.poisson(varying, generator=generator).double()
print(f"mean {counts.mean():.2f}, variance {counts.var():.1f}")


def fit(loss_of, size):
    parameters = torch.zeros(size, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([parameters], lr=0.05)
    for _ in range(500):
        optimizer.zero_grad()
        loss_of(*parameters).backward()
        optimizer.step()
    return parameters.detach().exp()


(rate,) = fit(lambda log_rate: nn.PoissonNLLLoss()(log_rate, counts), 1)
print(f"Poisson: mean {rate:.2f}, variance {rate:.1f}")
# --8<-- [end:counts]


# --8<-- [start:negative_binomial]
def negative_binomial(log_mean, log_r):
    distribution = NegativeBinomial(log_r.exp(), logits=log_mean - log_r)
    return -distribution.log_prob(counts).mean()


mean, r = fit(negative_binomial, 2)
print(f"negative binomial: mean {mean:.2f}, variance {mean + mean**2 / r:.1f}")
# --8<-- [end:negative_binomial]
