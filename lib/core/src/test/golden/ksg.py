"""Writes the golden values of the nearest-neighbour and kernel estimators.

Independent of the Java code: neighbours by scipy's cKDTree and scikit-learn's KDTree, which must
agree, kernel densities by scipy's logsumexp.

    pip install numpy scipy scikit-learn
    python ksg.py

writes ../resources/golden/ksg.json: small samples and, for each, what the estimators say.
"""

import json
import math
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree
from scipy.special import digamma, logsumexp
from sklearn.neighbors import KDTree

TARGET = Path(__file__).parent.parent / "resources" / "golden" / "ksg.json"


def scaled(columns):
    return (columns - columns.mean(0)) / columns.std(0)


def ksg_first(x, y, k):
    n = len(x)
    eps = cKDTree(np.hstack([x, y])).query(np.hstack([x, y]), k + 1, p=np.inf)[0][:, k]
    below = np.nextafter(eps, 0)  # nearer than eps, not as near
    inside = [cKDTree(v).query_ball_point(v, below, p=np.inf, return_length=True) for v in (x, y)]
    for v, counts in zip((x, y), inside):
        other = KDTree(v, metric="chebyshev").query_radius(v, below, count_only=True)
        assert (other == counts).all()
    return digamma(k) + digamma(n) - (digamma(inside[0]) + digamma(inside[1])).mean()


def ksg_second(x, y, k):
    n = len(x)
    near = cKDTree(np.hstack([x, y])).query(np.hstack([x, y]), k + 1, p=np.inf)[1][:, 1:]
    total = 0
    for v in (x, y):
        reach = np.abs(v[near] - v[:, None, :]).max((1, 2))
        counts = cKDTree(v).query_ball_point(v, reach, p=np.inf, return_length=True) - 1
        total = total + digamma(counts)
    return digamma(k) - 1 / k + digamma(n) - total.mean()


def log_density(z, h):
    """Leave-one-out normal kernels with covariance h^2 times that of the sample."""
    n, d = z.shape
    c = np.atleast_2d(z.T @ z / n) * h**2
    gap = z[:, None, :] - z[None, :, :]
    square = np.einsum("ija,ab,ijb->ij", gap, np.linalg.inv(c), gap)
    square[np.eye(n, dtype=bool)] = np.inf
    constant = 0.5 * (d * math.log(2 * math.pi) + np.linalg.slogdet(c)[1])
    return logsumexp(-0.5 * square, axis=1) - math.log(n - 1) - constant


def kde(x, y):
    n, d = len(x), x.shape[1] + y.shape[1]
    h = (4 / (d + 2)) ** (1 / (d + 4)) * n ** (-1 / (d + 4))
    both = log_density(np.hstack([x, y]), h)
    return (both - log_density(x, h) - log_density(y, h)).mean()


def case(rng, n, dx, dy, k):
    x = rng.standard_normal((n, dx))
    y = rng.standard_normal((n, dy)) + np.sin(2 * x[:, :1])
    x, y = (np.array([[float(f"{v:.6g}") for v in row] for row in m]) for m in (x * 100, y))
    u, v = scaled(x), scaled(y)
    values = {"ksg": ksg_first(u, v, k), "ksg2": ksg_second(u, v, k), "kde": kde(u, v)}
    return {"k": k, "x": x.tolist(), "y": y.tolist(), **{m: float(i) for m, i in values.items()}}


def main():
    rng = np.random.default_rng(11)
    shapes = [(40, 1, 1, 1), (120, 1, 1, 4), (60, 2, 1, 3), (50, 3, 4, 4), (300, 1, 2, 4)]
    cases = [case(rng, *shape) for shape in shapes]
    text = json.dumps(cases, separators=(",", ":"))
    TARGET.write_text(text.replace('},{', '},\n{') + "\n")
    print([{m: c[m] for m in ("ksg", "ksg2", "kde")} for c in cases])


if __name__ == "__main__":
    main()
