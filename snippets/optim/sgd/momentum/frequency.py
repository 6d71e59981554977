import cmath
import math

import torch

momentum = 0.9
for period in (2, 4, 10, 50, 200):
    # zh: 梯度是一个波，周期为 period 步
    # en: the gradient is a wave that repeats after `period` steps
    w = torch.zeros(1).double().requires_grad_()
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=momentum)
    squares = [0.0, 0.0]
    for t in range(800):
        wave = math.cos(2 * math.pi * t / period)
        w.grad = torch.tensor([wave]).double()
        optimizer.step()
        buf = optimizer.state[w]["momentum_buffer"].item()
        if t >= 400:
            squares[0] += wave**2
            squares[1] += buf**2
    gain = (squares[1] / squares[0]) ** 0.5
    turn = cmath.exp(-2j * math.pi / period)
    formula = 1 / abs(1 - momentum * turn)
    print(f"period {period:3}: gain {gain:.2f}")
    assert abs(gain / formula - 1) < 1e-6
