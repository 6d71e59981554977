# --8<-- [start:surprise]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(4, 3)
data, labels = torch.randn(6, 4), torch.tensor([0, 1, 2, 0, 1, 2])
loss_f = nn.CrossEntropyLoss()


def graph_size(tensor):
    nodes, todo = set(), [tensor.grad_fn]
    while todo:
        node = todo.pop()
        if node is not None and node not in nodes:
            nodes.add(node)
            todo += [parent for parent, _ in node.next_functions]
    return len(nodes)


total_loss = 0
sizes = []
for _ in range(5):
    loss = loss_f(model(data), labels)
    loss.backward()
    total_loss += loss
    sizes.append(graph_size(total_loss))
print("graph after each batch", sizes)
assert total_loss.grad_fn is not None
# --8<-- [end:surprise]

# --8<-- [start:fix]
numbers = 0
detached = torch.zeros(())
for _ in range(5):
    loss = loss_f(model(data), labels)
    loss.backward()
    numbers += loss.item()
    detached += loss.detach()
print("item:", type(numbers).__name__)
print("detach: grad_fn", detached.grad_fn)
assert isinstance(detached, torch.Tensor)
torch.testing.assert_close(detached, total_loss.detach())
# --8<-- [end:fix]
