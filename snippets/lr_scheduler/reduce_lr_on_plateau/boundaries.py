import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=2, cooldown=1)
losses = [5.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0]
print("epoch  lr   metric  bad  cooldown")
for epoch, loss in enumerate(losses):
    (lr,) = scheduler.get_last_lr()
    optimizer.step()
    scheduler.step(loss)
    bad, cooldown = scheduler.num_bad_epochs, scheduler.cooldown_counter
    print(f"{epoch:5}  {lr}  {loss:6}  {bad:3}  {cooldown:8}")
print("next  ", scheduler.get_last_lr()[0])
