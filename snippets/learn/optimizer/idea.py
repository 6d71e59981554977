# --8<-- [start:before]
import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
print("grad", w.grad)
# --8<-- [end:before]

# --8<-- [start:backward]
# zh: backward 算出梯度，存进 w.grad；w 本身没有动
# en: backward computes the gradient and stores it in w.grad; w itself has not moved
loss = (w**2).sum()
loss.backward()
print("grad", w.grad.tolist(), "w", w.tolist())
# --8<-- [end:backward]

# --8<-- [start:step]
# zh: step 读取 w.grad，更新 w；它从不使用 loss
# en: step reads w.grad and updates w; it never uses the loss
optimizer.step()
print("w", [round(v, 2) for v in w.tolist()], "grad", w.grad.tolist())
# --8<-- [end:step]

# --8<-- [start:by_hand]
# zh: 没有损失，手工写一个梯度：step 照样更新
# en: no loss at all, a gradient written by hand: step updates all the same
w.grad = torch.tensor([10.0, -10.0])
optimizer.step()
print("w", [round(v, 2) for v in w.tolist()])
# --8<-- [end:by_hand]

# --8<-- [start:managed]
v = torch.tensor([5.0], requires_grad=True)
loss = (w**2).sum() + (v**2).sum()
optimizer.zero_grad()
loss.backward()
optimizer.step()
# zh: v 有梯度，但优化器不管理它，所以它不动
# en: v has a gradient, but the optimizer does not manage it, so it stays
print("v", v.tolist(), "grad", v.grad.tolist())
# --8<-- [end:managed]

# --8<-- [start:no_grad]
# zh: 受管理但没有梯度（None）的参数，step 会跳过
# en: a parameter that is managed but has no gradient (None) is skipped by step
optimizer.zero_grad()
before = w.detach().clone()
optimizer.step()
assert w.grad is None
assert torch.equal(w, before)
print("grad", w.grad, "moved", not torch.equal(w, before))
# --8<-- [end:no_grad]

# --8<-- [start:duties]
duties = ("state_dict", "load_state_dict", "zero_grad", "step", "add_param_group")
for name in duties:
    owner = next(c for c in torch.optim.SGD.__mro__ if name in vars(c))
    print(f"{name:15}  {owner.__name__}")
# --8<-- [end:duties]
