"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from functools import cache
from itertools import groupby, product
from math import prod

import torch
import torch.nn.functional as F
from tests.support.bind import one_of

T, S, C = 4, 3, 3
p = torch.randn(T, C).softmax(1)
frames = [dict(enumerate(row, 1)) for row in p.tolist()]
x = p.log()
labels = one_of([2, 3, 3], [2, 3, 2])  # classes count from 1, blank is 1
l = torch.tensor(labels)  # noqa: E741
l_prime = {s: 1 if s % 2 else labels[s // 2 - 1] for s in range(1, 2 * S + 2)}
l_prime |= {-1: 0, 0: 0}  # no state, no label
paths = list(product(range(1, C + 1), repeat=T))


def read(path):
    return [c for c, _ in groupby(path) if c != 1]


pi_reads_as_l = [torch.tensor(path) for path in paths if read(path) == labels]
ell = F.ctc_loss(
    x[:, None], l[None] - 1, torch.tensor([T]), torch.tensor([S]), reduction="none"
)[0]


def at(t):
    """The probability of the paths of t frames that end in a state."""

    @cache
    def alpha(s):
        if s > 2 * S + 1:
            raise IndexError
        if s < 1:
            return 0
        last = 1 if s % 2 else l_prime[s]
        return sum(
            prod(frame[c] for frame, c in zip(frames, path, strict=False))
            for path in product(range(1, C + 1), repeat=t)
            if path[-1] == last and read(path) == labels[: s // 2]
        )

    return alpha


alpha = [None, *map(at, range(1, T + 1))]


class formula_4:
    N = 3
    S = torch.tensor([2, 0, 1])
    inputs = (
        torch.randn(6, N, C).log_softmax(2),
        torch.tensor([[1, 2], [0, 0], [2, 0]]),
        torch.tensor([6, 5, 4]),
        S,
    )
    ell_n = F.ctc_loss(*inputs, reduction="none")
    ell_mean = F.ctc_loss(*inputs)


class log_likelihood:
    p = {t: frame.get for t, frame in enumerate(frames, 1)}


class ctc_loss:
    pi_reads_l = pi_reads_as_l
    p = log_likelihood.p
