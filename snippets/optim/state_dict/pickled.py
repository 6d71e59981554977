# --8<-- [start:surprise]
import io
import pickle

import torch

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
file = io.BytesIO()
torch.save(optimizer, file)

file.seek(0)
try:
    torch.load(file, weights_only=True)
except pickle.UnpicklingError as error:
    print(type(error).__name__, str(error).partition(".")[0])

file.seek(0)
loaded = torch.load(file, weights_only=False)
# zh: 加载得到的优化器更新的是 w 的副本，而不是 w
# en: the loaded optimizer updates a copy of w, not w itself
assert loaded.param_groups[0]["params"][0] is not w
# --8<-- [end:surprise]

# --8<-- [start:fix]
file = io.BytesIO()
torch.save(optimizer.state_dict(), file)
file.seek(0)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
optimizer.load_state_dict(torch.load(file, weights_only=True))
assert optimizer.param_groups[0]["params"][0] is w
# --8<-- [end:fix]
