# --8<-- [start:meter]
import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks


def mib(tensors):
    sizes = {t.untyped_storage().data_ptr(): t.nbytes for t in tensors}
    return f"{sum(sizes.values()) / 2**20:.1f} MiB"


def saved_by(model, run):
    """The tensors that autograd keeps for backward(), parameters aside."""
    kept = []
    with saved_tensors_hooks(lambda t: kept.append(t) or t, lambda t: t):
        loss = run()
    own = {p.data_ptr() for p in model.parameters()}
    return loss, mib(t for t in kept if t.data_ptr() not in own)


# --8<-- [end:meter]

# --8<-- [start:use]
model = nn.Sequential(nn.Linear(256, 1024), nn.ReLU(), nn.Linear(1024, 256))
parameters = list(model.parameters())
print("parameters", mib(parameters))
for batch in (64, 512):
    x = torch.ones(batch, 256)
    loss, saved = saved_by(model, lambda x=x: model(x).square().mean())
    print("kept for backward, batch", batch, "->", saved)
loss.backward()
print("gradients", mib(p.grad for p in parameters))
for name, optimizer in {
    "SGD": torch.optim.SGD(parameters),
    "SGD, momentum": torch.optim.SGD(parameters, momentum=0.9),
    "AdamW": torch.optim.AdamW(parameters),
}.items():
    optimizer.step()
    state = [t for s in optimizer.state.values() for t in s.values()]
    print("state of", name, mib(t for t in state if t is not None))
# --8<-- [end:use]
