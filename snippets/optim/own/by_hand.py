import torch

lr, beta1, beta2, eps = 0.1, 0.9, 0.999, 1e-8
w = torch.tensor([1.0, 1.0], requires_grad=True)
optimizer = torch.optim.Adam([w], lr=lr, betas=(beta1, beta2), eps=eps)

theta, m, v = torch.ones(2), torch.zeros(2), torch.zeros(2)
for t, g in enumerate(torch.tensor([[4.0, 0.01], [2.0, 0.01]]), start=1):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    update = lr * m_hat / (v_hat.sqrt() + eps)
    theta = theta - update
    print(f"t={t}  g", [round(x, 2) for x in g.tolist()])
    print("     m_hat ", [round(x, 4) for x in m_hat.tolist()])
    print("     update", [round(x, 4) for x in update.tolist()])

    w.grad = g
    optimizer.step()
    torch.testing.assert_close(w.detach(), theta, rtol=1e-5, atol=1e-6)
