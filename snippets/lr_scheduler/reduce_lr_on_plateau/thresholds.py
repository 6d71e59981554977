import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

best = 10.0
candidates = [8.9, 9.5, 10.5, 11.1]
print("                ", *candidates)
for mode in ("min", "max"):
    for threshold_mode, threshold in (("rel", 0.1), ("abs", 0.2)):
        better = []
        for metric in candidates:
            w = torch.zeros(1, requires_grad=True)
            optimizer = torch.optim.SGD([w], lr=0.1)
            scheduler = ReduceLROnPlateau(
                optimizer,
                mode=mode,
                threshold=threshold,
                threshold_mode=threshold_mode,
            )
            scheduler.step(best)
            scheduler.step(metric)
            better.append("yes" if scheduler.best == metric else "-")
        row = " ".join(f"{word:>4}" for word in better)
        print(f"{mode} {threshold_mode} {threshold}     {row}")
