lr, momentum, decay = 0.1, 0.9, 0.5

# zh: L2：衰减进入梯度，再进缓冲
# en: L2: the decay enters the gradient, and with it the buffer
w, b = 1.0, 0.0
for _ in range(3):
    g = 2 * w + decay * w
    b = momentum * b + g
    w = w - lr * b
    print(f"L2        b {b:6.4f}  w {w:7.4f}")

# zh: 解耦的：衰减直接作用在参数上
# en: decoupled: the decay acts on the parameter itself
w, b = 1.0, 0.0
for _ in range(3):
    g = 2 * w
    b = momentum * b + g
    w = (1 - lr * decay) * w - lr * b
    print(f"decoupled b {b:6.4f}  w {w:7.4f}")
