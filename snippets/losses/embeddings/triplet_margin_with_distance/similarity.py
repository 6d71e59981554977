# --8<-- [start:surprise]
import torch

cosine = torch.nn.CosineSimilarity()


def train(d):
    angles = torch.tensor([0.0, 0.5, -1.0], requires_grad=True)
    loss_fn = torch.nn.TripletMarginWithDistanceLoss(distance_function=d)
    optimizer = torch.optim.SGD([angles], lr=0.1)
    for _ in range(100):
        optimizer.zero_grad()
        vectors = torch.stack([angles.cos(), angles.sin()], dim=1)
        a, p, n = vectors[:, None]
        loss = loss_fn(a, p, n)
        loss.backward()
        optimizer.step()
    to_p, to_n = cosine(a, p).item(), cosine(a, n).item()
    print(f"loss {loss:.2f}, cos(a, p) {to_p:.2f}, cos(a, n) {to_n:.2f}")


train(cosine)
# --8<-- [end:surprise]

# --8<-- [start:fix]
train(lambda x, y: 1 - cosine(x, y))
# --8<-- [end:fix]
