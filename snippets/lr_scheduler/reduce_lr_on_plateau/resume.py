# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def build(patience):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    return optimizer, ReduceLROnPlateau(optimizer, patience=patience)


old_optimizer, old = build(patience=10)
for val_loss in (3.0, 2.0, 2.5):
    old.step(val_loss)
saved = old_optimizer.state_dict(), old.state_dict()

optimizer, scheduler = build(patience=2)
optimizer.load_state_dict(saved[0])
print("not loaded: best", scheduler.best, "bad", scheduler.num_bad_epochs)
scheduler.load_state_dict(saved[1])
print("loaded:     best", scheduler.best, "bad", scheduler.num_bad_epochs)
print("patience", scheduler.patience)
# --8<-- [end:surprise]

# --8<-- [start:fix]
scheduler.patience = 2
print("patience", scheduler.patience)
# --8<-- [end:fix]
