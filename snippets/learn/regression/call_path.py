# --8<-- [start:classes]
import torch
from torch import nn

print(" > ".join(c.__name__ for c in nn.L1Loss.__mro__))
for name in ("__call__", "forward"):
    owner = next(c for c in nn.L1Loss.__mro__ if name in vars(c))
    print(f"{name} is defined by {owner.__name__}")
# --8<-- [end:classes]

# --8<-- [start:forward]
# zh: forward 里用到的名字：调用 F.l1_loss，并传入 self.reduction
# en: the names that forward uses: it calls F.l1_loss and passes self.reduction
print(nn.L1Loss.forward.__code__.co_names)
print(nn.functional.l1_loss.__module__)
# --8<-- [end:forward]

# --8<-- [start:operator]
# zh: F.l1_loss 的最后一步是内置函数，也就是编译好的 C++
# en: the last step of F.l1_loss is a built-in function: compiled C++
print("l1_loss" in nn.functional.l1_loss.__code__.co_names)
print(type(torch._C._nn.l1_loss).__name__)
# --8<-- [end:operator]

# --8<-- [start:same]
prediction = torch.tensor([20.0, 23.0, 18.0])
target = torch.tensor([21.0, 23.0, 14.0])
print(f"{nn.L1Loss()(prediction, target).item():.4f}")
print(f"{nn.functional.l1_loss(prediction, target).item():.4f}")
# zh: 1 是 "mean" 在 C++ 里的代号
# en: 1 is what C++ calls "mean"
print(f"{torch._C._nn.l1_loss(prediction, target, 1).item():.4f}")
# --8<-- [end:same]

# --8<-- [start:others]
# zh: 所有损失类都如此：继承 _Loss，forward 调用 F 里的函数
# en: all loss classes inherit from _Loss, and their forward calls a function of F
classes = [getattr(nn, name) for name in nn.modules.loss.__all__]
assert all(issubclass(c, nn.modules.loss._Loss) for c in classes)
assert all("F" in c.forward.__code__.co_names for c in classes)
print("losses", len(classes))
# --8<-- [end:others]
