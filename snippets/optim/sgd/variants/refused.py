import textwrap

import torch

w = torch.ones(1, requires_grad=True)
wrong = [
    {"foreach": True, "fused": True},
    {"fused": True, "differentiable": True},
    {"lr": torch.tensor([0.1, 0.2])},
]
for options in wrong:
    print(*options)
    try:
        torch.optim.SGD([w], **{"lr": 0.1} | options)
    except (RuntimeError, ValueError) as e:
        print(textwrap.indent(f"{type(e).__name__}: {e}", "  "))

print("at the first step:")
z = torch.ones(1, dtype=torch.complex64, requires_grad=True)
embedding = torch.nn.Embedding(4, 1, sparse=True).weight
embedding.grad = torch.sparse_coo_tensor(
    [[0], [0]], [1.0], (4, 1), check_invariants=True
)
for name, param, options in (
    ("differentiable, leaf", w, {"differentiable": True}),
    ("fused, complex", z, {"fused": True}),
    ("fused, sparse", embedding, {"fused": True}),
):
    if param.grad is None:
        param.grad = torch.ones_like(param)
    print(name)
    try:
        torch.optim.SGD([param], lr=0.1, **options).step()
    except RuntimeError as e:
        text = str(e).partition(" of supported")[0]
        print(textwrap.indent(textwrap.fill(text, 66), "  "))
