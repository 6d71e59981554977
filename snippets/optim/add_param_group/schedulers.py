# --8<-- [start:build]
import torch
from torch.optim import lr_scheduler as s


def chain(o):
    return [s.ConstantLR(o), s.ExponentialLR(o, 0.9)]


schedulers = {
    "LambdaLR": lambda o: s.LambdaLR(o, lambda t: 0.9**t),
    "MultiplicativeLR": lambda o: s.MultiplicativeLR(o, lambda t: 1 - t / 20),
    "StepLR": lambda o: s.StepLR(o, 2),
    "MultiStepLR": lambda o: s.MultiStepLR(o, [3, 5]),
    "ConstantLR": lambda o: s.ConstantLR(o),
    "LinearLR": lambda o: s.LinearLR(o),
    "ExponentialLR": lambda o: s.ExponentialLR(o, 0.9),
    "PolynomialLR": lambda o: s.PolynomialLR(o, 20),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 20),
    "CosineAnnealingWarmRestarts": lambda o: s.CosineAnnealingWarmRestarts(o, 5),
    "CyclicLR": lambda o: s.CyclicLR(o, 0.01, 0.1),
    "OneCycleLR": lambda o: s.OneCycleLR(o, 0.1, total_steps=20),
    "SequentialLR": lambda o: s.SequentialLR(o, chain(o), milestones=[8]),
    "ChainedScheduler": lambda o: s.ChainedScheduler(chain(o)),
    "ReduceLROnPlateau": lambda o: s.ReduceLROnPlateau(o, patience=3),
}
# --8<-- [end:build]


# --8<-- [start:survey]
def survey(name):
    w = torch.ones(1, requires_grad=True)
    v = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = schedulers[name](optimizer)
    metrics = [1.0] if name == "ReduceLROnPlateau" else []
    old = optimizer.param_groups[0]
    for step in range(1, 26):
        optimizer.step()
        if step == 3:
            new = {"params": [v], "lr": 0.5 * old["lr"]}
            optimizer.add_param_group(new)
        try:
            scheduler.step(*metrics)
        except (KeyError, ValueError) as e:
            return f"{type(e).__name__} at step {step}"
    # zh: 新组的学习率始终是旧组的一半
    # en: lr of the new group is half that of the old one, still
    assert abs(new["lr"] - 0.5 * old["lr"]) < 1e-9
    return "goes on"


results = {name: survey(name) for name in schedulers}
for name, result in results.items():
    print(f"{name}: {result}")
print(list(results.values()).count("goes on"), "of", len(results), "go on")
# --8<-- [end:survey]
