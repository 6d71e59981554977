# --8<-- [start:surprise]
import torch


def euclidean(x, y):
    return (x - y).square().sum(dim=-1).sqrt()


def train_on(d):
    # zh: 正例与锚点重合，负例足够远：损失是 0
    # en: the positive is the anchor, the negative far away: the loss is 0
    a = torch.tensor([[1.0, 2.0]], requires_grad=True)
    p, n = torch.tensor([[1.0, 2.0]]), torch.tensor([[4.0, 6.0]])
    loss_fn = torch.nn.TripletMarginWithDistanceLoss(distance_function=d)
    loss = loss_fn(a, p, n)
    loss.backward()
    print(f"loss {loss:.1f}, gradient {a.grad[0].tolist()}")


train_on(euclidean)
# --8<-- [end:surprise]


# --8<-- [start:fix]
def norm(x, y):
    return torch.linalg.vector_norm(x - y, dim=-1)


train_on(norm)
# --8<-- [end:fix]
