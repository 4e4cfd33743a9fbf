"""Seconds of a forward and backward pass by PyTorch, of the network of lib/deep/src/test/golden/set_transformer.py.

    python steps.py DEVICE BATCH TIMES     (DEVICE is cpu or cuda)

5.5 million weights, datasets of 256 rows and 8 + 8 columns, float32; on the processor with one thread.
"""
import os
import statistics
import sys
import time

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../deep/src/test/golden"))
from set_transformer import SetTransformer, Sizes, losses, positions  # noqa: E402


def main(device, batch, times):
    torch.set_num_threads(1)
    sizes = Sizes(D=256, H=16, F=1024, m=32, s=10, C=4, L=2, S=2, E=256)
    network = SetTransformer(sizes, dtype=torch.float32).to(device)
    values = torch.randn(batch, 256, 16, device=device)
    truth = torch.rand(batch, device=device)
    position = torch.tensor(positions(8, 8), device=device)
    seconds, cpu = [], []
    for t in range(-2, times):  # two to warm up
        network.zero_grad()
        start, cpu_start = time.perf_counter(), time.thread_time()
        losses(network(values, position), truth).mean().backward()
        if device == "cuda":
            torch.cuda.synchronize()
        if t >= 0:
            seconds.append(time.perf_counter() - start)
            cpu.append(time.thread_time() - cpu_start)
    name = torch.cuda.get_device_name() if device == "cuda" else "the CPU"
    step, own = statistics.median(seconds), statistics.median(cpu)
    print(f"{name} by PyTorch {torch.__version__}, {batch} datasets: {step:.3f} s a step, "
          f"{own:.3f} s of the calling thread, {1 / step:.3f} steps a second", flush=True)
    if device == "cuda":
        print(f"  {torch.cuda.max_memory_allocated() / 2**30:.2f} GiB at most", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
