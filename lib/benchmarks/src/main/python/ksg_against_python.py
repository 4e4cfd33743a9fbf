"""Times the KSG estimator (first algorithm, k = 4) beside scikit-learn's and scipy's trees.

    mvn -Dquick -Pbenchmarks -pl lib/benchmarks -am package
    pip install numpy scipy scikit-learn
    python lib/benchmarks/src/main/python/ksg_against_python.py [--core 0]

All three estimate the same samples in turns, each on one thread of the given core, and must agree.
The scikit-learn recipe is that of the NPEET package: a tree per space, the joint neighbours, then
counts within each row's distance. Medians over the rounds; Java warms up on the same size for some seconds.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import numpy as np
from scipy.spatial import cKDTree
from scipy.special import digamma
from sklearn.neighbors import KDTree

JAR = pathlib.Path(__file__).parents[3] / "target" / "benchmarks.jar"
SIZES = [(500, 1, 1), (500, 5, 5), (500, 32, 32), (5000, 1, 1), (5000, 5, 5), (50000, 1, 1)]
LARGE = (500000, 1, 1)
K = 4
WARM_UP = 4  # seconds


def sample(rng, n, dx, dy):
    """Standardized columns that share a factor."""
    z = 0.6 * rng.standard_normal((n, 1)) + rng.standard_normal((n, dx + dy))
    z = (z - z.mean(0)) / z.std(0)
    return z[:, :dx], z[:, dx:]


def information(in_x, in_y):
    """From the numbers of rows strictly nearer, without the row itself."""
    return digamma(K) + digamma(len(in_x)) - (digamma(in_x + 1) + digamma(in_y + 1)).mean()


def by_sklearn(x, y):
    both = np.hstack([x, y])
    radii = KDTree(both, metric="chebyshev").query(both, k=K + 1)[0][:, -1]
    radii = np.nextafter(radii, 0)
    counts = [
        KDTree(side, metric="chebyshev").query_radius(side, radii, count_only=True) - 1
        for side in (x, y)
    ]
    return information(*counts)


def by_scipy(x, y):
    both = np.hstack([x, y])
    radii = cKDTree(both).query(both, k=K + 1, p=np.inf)[0][:, -1]
    radii = np.nextafter(radii, 0)
    counts = [
        cKDTree(side).query_ball_point(side, radii, p=np.inf, return_length=True) - 1
        for side in (x, y)
    ]
    return information(*counts)


class Java:
    def __init__(self, threads):
        workers = f"-Djava.util.concurrent.ForkJoinPool.common.parallelism={threads - 1}"
        command = ["java", workers, "-cp", str(JAR), "io.github.mist4j.benchmarks.KsgTimer"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def seconds(self, path, shape):
        print(path, *shape, file=self.process.stdin, flush=True)
        return map(float, self.process.stdout.readline().split())


def timed(function, *arguments):
    start = time.perf_counter()
    value = function(*arguments)
    return time.perf_counter() - start, value


def one_core(path, rounds):
    print("n x dx x dy           mist4j  scikit-learn         scipy   (seconds, one core)")
    java = Java(1)
    for shape in SIZES:
        times = {"java": [], "sklearn": [], "scipy": []}
        for round_ in range(rounds):
            x, y = sample(np.random.default_rng(round_), *shape)
            np.hstack([x, y]).T.astype("<f8").tofile(path)
            warm = time.perf_counter() + (WARM_UP if round_ == 0 else 0)
            while True:
                seconds, value = java.seconds(path, shape)
                if time.perf_counter() > warm:
                    break
            for name, function in (("sklearn", by_sklearn), ("scipy", by_scipy)):
                other, expected = timed(function, x, y)
                assert abs(value - expected) < 1e-9, (shape, name, value, expected)
                times[name].append(other)
            times["java"].append(seconds)
        medians = (statistics.median(times[name]) for name in ("java", "sklearn", "scipy"))
        name = " x ".join(map(str, shape))
        print(f"{name:16s} " + " ".join(f"{m:13.5f}" for m in medians), flush=True)


def growth_and_threads(path, rounds):
    one, two = Java(1), Java(2)
    for shape in ((5000, 5, 5), (50000, 1, 1), LARGE):
        x, y = sample(np.random.default_rng(1), *shape)
        np.hstack([x, y]).T.astype("<f8").tofile(path)
        times = [[], []]
        warm = time.perf_counter() + 2 * WARM_UP
        while len(times[0]) < rounds:
            for java, measured in zip((one, two), times):
                measured.append(next(iter(java.seconds(path, shape))))
            if time.perf_counter() < warm:
                times = [[], []]
        single, double = map(statistics.median, times)
        name = " x ".join(map(str, shape))
        print(f"{name:16s} one thread {single:8.4f} s, two {double:8.4f} s: {single / double:.2f}x")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--core", type=int, default=0, help="the core of the comparison")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.NamedTemporaryFile() as file:
        all_cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {arguments.core})
        one_core(file.name, arguments.rounds)
        os.sched_setaffinity(0, all_cores)
        growth_and_threads(file.name, arguments.rounds)


if __name__ == "__main__":
    main()
