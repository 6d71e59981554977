# --8<-- [start:build]
import torch
from torch.optim import lr_scheduler as s


def parts(o):
    return [s.ConstantLR(o, 0.5, 2), s.ExponentialLR(o, 0.5)]


builders = {
    "LambdaLR": lambda o: s.LambdaLR(o, lambda t: 0.5**t),
    "MultiplicativeLR": lambda o: s.MultiplicativeLR(o, lambda _: 0.5),
    "StepLR": lambda o: s.StepLR(o, 2, 0.5),
    "MultiStepLR": lambda o: s.MultiStepLR(o, [1, 3], 0.5),
    "ConstantLR": lambda o: s.ConstantLR(o, 0.5, 4),
    "LinearLR": lambda o: s.LinearLR(o, 0.5, total_iters=4),
    "ExponentialLR": lambda o: s.ExponentialLR(o, 0.5),
    "PolynomialLR": lambda o: s.PolynomialLR(o, 4),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 4),
    "CosineAnnealingWarmRestarts": lambda o: s.CosineAnnealingWarmRestarts(o, 4),
    "CyclicLR": lambda o: s.CyclicLR(o, 0.2, 1.0, 4, cycle_momentum=False),
    "OneCycleLR": lambda o: s.OneCycleLR(o, 1.0, 5, cycle_momentum=False),
    "SequentialLR": lambda o: s.SequentialLR(o, parts(o), [2]),
    "ChainedScheduler": lambda o: s.ChainedScheduler(parts(o)),
    "ReduceLROnPlateau": lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=0),
}


def sgd(lr):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr)


def run(optimizer, build, steps):
    scheduler = build(optimizer)
    lrs = [optimizer.param_groups[0]["lr"]]
    for _ in range(steps):
        optimizer.step()
        metric = [1.0] if isinstance(scheduler, s.ReduceLROnPlateau) else []
        scheduler.step(*metric)
        lrs.append(optimizer.param_groups[0]["lr"])
    return lrs, getattr(scheduler, "base_lrs", ["none"])


# --8<-- [end:build]


# --8<-- [start:survey]
def near(a, b):
    return all(abs(x - y) < 1e-9 for x, y in zip(a, b, strict=True))


def second(first, build):
    """Another scheduler has run for three steps; `build` makes the next."""
    optimizer = sgd(0.8)
    run(optimizer, first, 3)
    found = optimizer.param_groups[0]["lr"]
    lrs, base_lrs = run(optimizer, build, 4)
    # zh: 与全新的优化器比较：一个的学习率是最初的值，另一个是现在的值
    # en: compare with new optimizers, one at the first lr, one at the lr found
    at_first, at_found = run(sgd(0.8), build, 4)[0], run(sgd(found), build, 4)[0]
    if near(at_first, at_found) and near(lrs[1:], at_first[1:]):
        kind = "own" if near(lrs, at_first) else "own, from step 1"
    else:
        assert near(lrs, at_first) != near(lrs, at_found)
        kind = "restarts" if near(lrs, at_first) else "goes on"
    return found, lrs[0], base_lrs[0], kind


names = {}
print(f"{'':28}another  itself          base_lrs")
for name, build in builders.items():
    _, after, base, kind = second(builders["ExponentialLR"], build)
    found, again, _, same = second(build, build)
    assert same == kind.partition(",")[0]
    names.setdefault(kind, []).append(name)
    both = f"{after:.3f}    {found:.3f} -> {again:.3f}"
    print(f"{name:27} {both}  {base!s:8}  {kind}")
assert names["restarts"] == [
    "LambdaLR",
    "CosineAnnealingWarmRestarts",
    "SequentialLR",
]
assert len(names["goes on"]) == 10
# --8<-- [end:survey]

# --8<-- [start:right]
for build in builders.values():
    for first in (builders["ExponentialLR"], build):
        optimizer = sgd(0.8)
        run(optimizer, first, 3)
        for group in optimizer.param_groups:
            group["lr"] = 0.4
            group.pop("initial_lr", None)
        lrs, base_lrs = run(optimizer, build, 4)
        expected, expected_base = run(sgd(0.4), build, 4)
        assert lrs == expected
        assert base_lrs == expected_base
print("as on a new optimizer with lr=0.4:", len(builders), "of 15")
# --8<-- [end:right]
