# --8<-- [start:trace]
import torch


def trace(run):
    """The losses of a run, and where the random stream was at each."""
    torch.manual_seed(0)
    return [(loss, torch.get_rng_state()) for loss in run()]


def compare(one, two):
    for step, (a, b) in enumerate(zip(trace(one), trace(two), strict=True)):
        stream = "same" if torch.equal(a[1], b[1]) else "other"
        print(f"step {step}: loss {a[0]:.4f} {b[0]:.4f}, {stream} stream")


# --8<-- [end:trace]


# --8<-- [start:use]
def run(log=False):
    w = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    for step in range(4):
        x = torch.randn(2)
        loss = ((w - x) ** 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if log and step == 1:
            # zh: 例如抽一个样本写进日志
            # en: picks a sample for the log, say
            torch.randint(10, (1,))
        yield loss.item()


compare(run, lambda: run(log=True))
# --8<-- [end:use]
