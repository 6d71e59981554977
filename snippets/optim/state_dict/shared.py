# --8<-- [start:surprise]
from copy import deepcopy

import torch


def build():
    w = torch.zeros(1, requires_grad=True)
    w.grad = torch.ones(1)
    return torch.optim.SGD([w], lr=0.1, momentum=0.9)


def buffer(optimizer):
    (state,) = optimizer.state.values()
    return state["momentum_buffer"]


teacher, student = build(), build()
teacher.step()
student.load_state_dict(teacher.state_dict())
print("teacher", buffer(teacher).item())

student.step()
print("teacher", round(buffer(teacher).item(), 2))
assert buffer(teacher) is buffer(student)
# --8<-- [end:surprise]

# --8<-- [start:snapshot]
best = student.state_dict()
print("best", round(best["state"][0]["momentum_buffer"].item(), 2))
student.step()
print("best", round(best["state"][0]["momentum_buffer"].item(), 2))
# --8<-- [end:snapshot]

# --8<-- [start:fix]
best = deepcopy(student.state_dict())
kept = best["state"][0]["momentum_buffer"].item()
student.step()
assert best["state"][0]["momentum_buffer"].item() == kept

student.load_state_dict(deepcopy(teacher.state_dict()))
assert buffer(teacher) is not buffer(student)
assert torch.equal(buffer(teacher), buffer(student))
# --8<-- [end:fix]
