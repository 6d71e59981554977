# --8<-- [start:check]
import torch


def check(step, **named):
    for name, value in named.items():
        if not torch.isfinite(value).all():
            raise FloatingPointError(f"step {step}: {name} not finite")


# --8<-- [end:check]


# --8<-- [start:loop]
torch.manual_seed(0)
model = torch.nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
batches = [torch.tensor([[1.0], [2.0]]), torch.tensor([[3.0], [0.0]])]

try:
    for step, x in enumerate(batches):
        y = x.log()
        check(step, inputs=x, targets=y)
        output = model(x)
        check(step, outputs=output)
        loss = (output - y).square().mean()
        check(step, loss=loss)
        optimizer.zero_grad()
        loss.backward()
        check(step, **{f"grad of {n}": p.grad for n, p in model.named_parameters()})
        optimizer.step()
        check(step, **dict(model.named_parameters()))
except FloatingPointError as error:
    print(error)
# --8<-- [end:loop]
