import torch

from optguide.optim import SGD


def events(Optimizer):
    w = torch.zeros(1, requires_grad=True)
    optimizer = Optimizer([w], lr=0.1)
    seen = []

    def kinds(args):
        return [type(arg).__name__ for arg in args]

    def hook(name):
        return lambda *args: seen.append((name, kinds(args)))

    optimizer.register_state_dict_pre_hook(hook("state_dict pre"))
    optimizer.register_state_dict_post_hook(hook("state_dict post"))
    optimizer.register_load_state_dict_pre_hook(hook("load pre"))
    optimizer.register_load_state_dict_pre_hook(hook("load pre, prepend"), prepend=True)
    optimizer.register_load_state_dict_post_hook(hook("load post"))
    optimizer.load_state_dict(optimizer.state_dict())
    return seen


for name, arguments in events(torch.optim.SGD):
    print(f"{name:17}", arguments)
assert events(SGD) == events(torch.optim.SGD)
