"""Times one training step of the set transformer in PyTorch (float32, processor only): forward, squared error,
backward, gradient clipping, AdamW. Sizes: the 5.5 million preset, 32 datasets of 256 rows, 8 + 8 columns.

    python set_transformer_step.py [--threads 2]

The network is the class of lib/deep/src/test/golden/set_transformer.py. All sizes are equal, so nothing is
padded, and the columns take the fast form (v * alpha + beta). Needs only torch.
"""
import argparse
import importlib.util
import resource
import statistics
import sys
import time
from pathlib import Path

import torch

GOLDEN = Path(__file__).resolve().parents[4] / "lib/deep/src/test/golden/set_transformer.py"


def golden():
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("set_transformer", GOLDEN)
    module = importlib.util.module_from_spec(spec)
    sys.modules["set_transformer"] = module
    spec.loader.exec_module(module)
    return module


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rows", type=int, default=256)
    parser.add_argument("--columns", type=int, default=8, help="columns a side")
    for name, size in dict(D=256, H=16, F=1024, m=32, s=10, C=4, L=2, S=2, E=256).items():
        parser.add_argument("--" + name, type=int, default=size)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    g = golden()
    sizes = g.Sizes(args.D, args.H, args.F, args.m, args.s, args.C, args.L, args.S, args.E)
    net = g.SetTransformer(sizes, dtype=torch.float32)
    parameters = list(net.parameters())
    optimizer = torch.optim.AdamW(parameters, lr=1e-4, fused=True)
    position = torch.tensor(g.positions(args.columns, args.columns))
    values = torch.randn(args.batch, args.rows, 2 * args.columns)
    mi = torch.rand(args.batch)

    def step():
        start = time.perf_counter()
        optimizer.zero_grad(set_to_none=True)
        forward = net(values, position)
        loss = g.losses(forward, mi).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        loss.item()
        return time.perf_counter() - start

    for _ in range(2):
        step()
    times = [step() for _ in range(5)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kB on Linux
    print(f"torch {torch.__version__}, {args.threads} threads, {sizes}")
    print(f"parameters {sum(p.numel() for p in parameters)}")
    print(f"seconds a step: median {statistics.median(times):.3f}, from {min(times):.3f} to {max(times):.3f}")
    print(f"peak memory {peak:.0f} MiB")


if __name__ == "__main__":
    main()
