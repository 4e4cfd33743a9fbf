"""Steps of neural critics a processor second, in turns with PyTorch, and the memory of many steps (Linux).

    mvn -Dquick -Pbenchmarks -pl lib/benchmarks -am package
    pip install torch
    python lib/benchmarks/src/main/python/critic_steps.py [--rounds 5] [--memory 5000]

MINE has one network of the pair and one other row a row, InfoNCE a network a side with vectors of 32 and all other
rows of the batch: as mist4j has them, 256 rows a step, two hidden layers of 256, float32, one thread, Adam, gradients
clipped. Seconds are those of the processor, so that other work on the machine counts little; a first round warms up.
"""

import argparse
import math
import os
import pathlib
import resource
import statistics
import subprocess
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
import torch

JAR = pathlib.Path(__file__).parents[3] / "target" / "benchmarks.jar"
CASES = [("MINE", 3), ("MINE", 16), ("INFONCE", 3), ("INFONCE", 16)]
ROWS, BATCH, WIDTH, VECTOR = 4096, 256, 256, 32


def mlp(inputs, outputs):
    return torch.nn.Sequential(
        torch.nn.Linear(inputs, WIDTH), torch.nn.ReLU(),
        torch.nn.Linear(WIDTH, WIDTH), torch.nn.ReLU(),
        torch.nn.Linear(WIDTH, outputs),
    )


class Mine:
    def __init__(self, columns):
        self.net = mlp(2 * columns, 1)
        self.parameters = list(self.net.parameters())
        self.average = None

    def loss(self, x, y):
        pairs = torch.cat([torch.cat([x, x]), torch.cat([y, y.roll(1, 0)])], 1)
        t = self.net(pairs)[:, 0]
        own, other = t[:BATCH], t[BATCH:]
        mean = other.exp().mean()
        now = mean.detach()
        self.average = now if self.average is None else 0.9 * self.average + 0.1 * now
        return mean / self.average - own.mean()


class InfoNce:
    def __init__(self, columns):
        self.g, self.h = mlp(columns, VECTOR), mlp(columns, VECTOR)
        self.parameters = list(self.g.parameters()) + list(self.h.parameters())

    def loss(self, x, y):
        t = self.g(x) @ self.h(y).T
        return (t.logsumexp(1) - t.diagonal()).mean() - math.log(BATCH)


def torch_seconds(bound, columns, steps):
    torch.manual_seed(1)
    x = torch.randn(ROWS, columns)
    y = 0.8 * x + 0.6 * torch.randn(ROWS, columns)
    critic = (Mine if bound == "MINE" else InfoNce)(columns)
    adam = torch.optim.Adam(critic.parameters, lr=5e-4)
    start = time.process_time()
    for step in range(steps):
        if step % (ROWS // BATCH) == 0:
            order = torch.randperm(ROWS)
        rows = order[step % (ROWS // BATCH) * BATCH:][:BATCH]
        adam.zero_grad(set_to_none=True)
        critic.loss(x[rows], y[rows]).backward()
        torch.nn.utils.clip_grad_norm_(critic.parameters, 5.0)
        adam.step()
    return time.process_time() - start


class Java:
    def __init__(self, classpath):
        command = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-cp", classpath, "io.github.mist4j.deep.CriticTimer"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, bound, columns, steps):
        """Processor seconds and resident MB."""
        print(bound, columns, steps, file=self.process.stdin, flush=True)
        return map(float, self.process.stdout.readline().split())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--classpath", default=str(JAR))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=300, help="of a round")
    parser.add_argument("--memory", type=int, default=0, help="steps after which memory is looked at, and again")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    java = Java(arguments.classpath)
    times = {case: ([], []) for case in CASES}
    for round_ in range(arguments.rounds + 1):
        for case in CASES:
            seconds = (next(java.run(*case, arguments.steps)), torch_seconds(*case, arguments.steps))
            if round_ > 0:
                for list_, value in zip(times[case], seconds):
                    list_.append(value)
    print("steps a processor second     mist4j   PyTorch   ratio")
    for case in CASES:
        ours, theirs = (arguments.steps / statistics.median(t) for t in times[case])
        print(f"{case[0]:8s} {case[1]:2d} + {case[1]:2d}            {ours:7.0f} {theirs:9.0f} {ours / theirs:7.2f}")
    _, memory = java.run(*CASES[1], 1)
    print(f"MB: mist4j {memory:.0f}, PyTorch {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")
    if arguments.memory:
        for _ in range(2):
            print(f"after {arguments.memory} more: {list(java.run(*CASES[1], arguments.memory))[1]:.0f}", flush=True)


if __name__ == "__main__":
    main()
