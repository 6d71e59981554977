# --8<-- [start:wrong]
import torch

w = torch.zeros(1, requires_grad=True)
old = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for _ in range(3):
    w.grad = torch.ones(1)
    old.step()
buffer = old.state[w]["momentum_buffer"].item()

new = torch.optim.SGD([w], lr=0.05, momentum=0.9)
print(f"buffer {buffer:.2f}, in the new optimizer: {dict(new.state)}")
# --8<-- [end:wrong]

# --8<-- [start:right]
new.load_state_dict(new.state_dict() | {"state": old.state_dict()["state"]})
print(f"buffer {new.state[w]['momentum_buffer'].item():.2f}")
print("lr", new.param_groups[0]["lr"])
# --8<-- [end:right]
