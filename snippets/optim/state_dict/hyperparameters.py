# --8<-- [start:surprise]
import torch

w = torch.tensor([1.0], requires_grad=True)
old = torch.optim.SGD([w], lr=0.1, momentum=0.9)
w.grad = torch.ones(1)
old.step()
saved = old.state_dict()

optimizer = torch.optim.SGD([w], lr=0.5, momentum=0.8)
group = optimizer.param_groups[0]
optimizer.load_state_dict(saved)
for key in ("lr", "momentum"):
    print(key, optimizer.param_groups[0][key])

# zh: group 是加载之前取出的字典，优化器已经不再使用它
# en: group was taken before loading; the optimizer no longer uses it
group["lr"] = 0.5
print("lr", optimizer.param_groups[0]["lr"])
assert optimizer.param_groups[0]["lr"] == 0.1
# --8<-- [end:surprise]

# --8<-- [start:after]
for group in optimizer.param_groups:
    group["lr"] = 0.5
assert optimizer.param_groups[0]["lr"] == 0.5
# --8<-- [end:after]

# --8<-- [start:keep]
optimizer = torch.optim.SGD([w], lr=0.5, momentum=0.8)
mine = optimizer.state_dict()["param_groups"]
optimizer.load_state_dict({"state": saved["state"], "param_groups": mine})
for key in ("lr", "momentum"):
    print(key, optimizer.param_groups[0][key])
print("momentum_buffer", optimizer.state[w]["momentum_buffer"].item())
# --8<-- [end:keep]
