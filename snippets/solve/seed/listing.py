# --8<-- [start:wrong]
import os
import subprocess
import sys

program = "print(*{'cat', 'dog', 'bird', 'fish'})"


def run(program, hash_seed):
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    return result.stdout.strip()


print("same order:", run(program, "1") == run(program, "2"))
# --8<-- [end:wrong]

# --8<-- [start:right]
program = "print(*sorted({'cat', 'dog', 'bird', 'fish'}))"
print("same order:", run(program, "1") == run(program, "2"))
# --8<-- [end:right]
