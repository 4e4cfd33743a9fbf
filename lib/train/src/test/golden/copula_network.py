"""Writes the golden file of the copula network, from docs/network.md alone.

An independent implementation of the page: NumPy in float64 for the input features, PyTorch in
float64 for the layers, the loss and its gradients. It shares nothing with the Java code.

    pip install numpy scipy torch
    python copula_network.py

writes ../resources/golden/copula_network.json: small random weights and, for a few samples, the
features, outputs, losses and gradients. The stored samples and weights are rounded before they
are used, so the file holds exactly what was computed with.
"""

import collections
import json
import math
import re
from pathlib import Path

import numpy as np
import torch
from scipy.linalg import cholesky, solve_triangular
from scipy.special import digamma
from scipy.stats import norm, poisson
from torch.nn.functional import softplus

TARGET = Path(__file__).parent.parent / "resources" / "golden" / "copula_network.json"
SIZES = dict(trunk=10, rows=6, tokens=5, nodes=6, pair=6, hidden=8, layers=2, head=12)
FITTED_AFTER = {"gate", "gate.spread", "median.shift"}  # training
LEVELS = [0.005, 0.025, 0.05, *(k / 10 for k in range(1, 10)), 0.95, 0.975, 0.995]


# ---- Input features: plain NumPy ------------------------------------------------------------


def ranks_of(columns, places):
    """0 ... n - 1 down each column, equal values in the order of the rows' places."""
    return np.stack([np.lexsort((places, column)).argsort() for column in columns.T], axis=1)


def normal_scores(ranks):
    return norm.ppf((ranks + 0.5) / len(ranks))


def outcome_counts(*sides):
    """(n) each: in how many rows the values of a row stand; 1 where few stand again as a whole, among
    all rows or among those that have neither side's most frequent values, or the table is sparse."""
    rows = [[tuple(row) for row in columns] for columns in sides]
    counts = [np.array([side.count(row) for row in side]) for side in rows]
    again = counts[-1] > 1
    rest = (counts[0] < counts[0].max()) & (counts[1] < counts[1].max())
    few = again.mean() < 0.5 or (rest.any() and again[rest].mean() < 0.5)
    m_x, m_y, m = counts
    plug_in = math.log(len(m)) + (np.log(m) - np.log(m_x) - np.log(m_y)).mean()
    bias = ((1 / m).sum() - (1 / m_x).sum() - (1 / m_y).sum() + 1) / (2 * len(m))
    few = few or bias >= 0.15 * plug_in or by_chance(m_x, m_y) >= 0.85 * plug_in
    return [np.ones_like(count) for count in counts] if few else counts


def by_chance(m_x, m_y):
    """What a table of counts says on average where X and Y say nothing: its cells are Poisson."""
    values = [collections.Counter(m.tolist()) for m in (m_x, m_y)]
    m = np.arange(1, 1 + 2 * len(m_x))
    sum_ = sum(
        rows_a / a * rows_b / b * (poisson.pmf(m, a * b / len(m_x)) * m * np.log(m)).sum()
        for a, rows_a in values[0].items()
        for b, rows_b in values[1].items()
    )
    return math.log(len(m_x)) + sum_ / len(m_x) - np.log(m_x).mean() - np.log(m_y).mean()


def plain_counts(x, y):
    """m of X, of Y and of both, without the question whether the table of counts says enough."""

    def side_counts(columns):
        rows = [tuple(row) for row in columns]
        return np.array([rows.count(row) for row in rows])

    repeats = [all(len(set(c)) < len(c) for c in side.T.tolist()) for side in (x, y)]
    counts = [side_counts(side) for side in (x, y, np.hstack([x, y]))]
    used = [repeats[0], repeats[1], all(repeats)]
    return [c if u else np.ones_like(c) for c, u in zip(counts, used)]


def grassberger(m):
    return digamma(m) + 0.5 * (-1.0) ** m * (digamma((m + 1) / 2) - digamma(m / 2))


def lifts(z):
    """(n, d) scores -> (n, d, 8) standardized functions of them."""
    r2 = math.sqrt(2)
    cubic = (z**3 - 3 * z) / math.sqrt(6)
    raw = [z, (z**2 - 1) / r2, cubic, r2 * np.sin(3 * z), r2 * np.cos(3 * z)]
    raw += [r2 * np.cos(k * math.pi * norm.cdf(z)) for k in (4, 5, 6)]
    return np.stack([(v - v.mean(0)) / (v.std(0) + 0.05) for v in raw], axis=2)


def slog(v):
    return math.copysign(math.log1p(abs(v)), v)


def log_det(matrix):
    return 2 * np.log(np.diag(cholesky(matrix, lower=True))).sum()


def canonical_correlations(c, dx):
    lx, ly = cholesky(c[:dx, :dx], lower=True), cholesky(c[dx:, dx:], lower=True)
    left = solve_triangular(lx, c[:dx, dx:], lower=True)
    whitened = solve_triangular(ly, left.T, lower=True).T
    return np.minimum(np.linalg.svd(whitened, compute_uv=False), 0.9999)


def node_features(moments, side, explained):
    """moments (d, 8, d, 8); side: the indices of the columns of one side; explained (side, 6)."""
    nodes = np.zeros((len(side), 134))
    nodes[:, 128:] = explained
    for place, i in enumerate(side):
        if len(side) > 1:
            squares = np.array([moments[i, :, j, :].ravel() ** 2 for j in side if j != i])
            nodes[place, :128] = np.concatenate([squares.mean(0), squares.max(0)])
    return nodes


def distances(z, columns):
    """(n, n): maximum norm over some columns of the scores, in steps of 2^-20."""
    grid = np.rint(z[:, columns] * 2**20).astype(np.int64)
    return np.abs(grid[:, None, :] - grid[None, :, :]).max(2)


def without_self(gaps):
    n = len(gaps)
    return np.sort(gaps[~np.eye(n, dtype=bool)].reshape(n, n - 1), axis=1)


def explained(z, lifted, targets, predictors):
    """(targets, 6): what the mean over the nearest rows in the predictors explains."""
    n = len(z)
    gaps = distances(z, predictors)
    columns = []
    for k in (1, 4, 12):
        near = gaps <= without_self(gaps)[:, min(k, n - 1) - 1 : min(k, n - 1)]
        near &= ~np.eye(n, dtype=bool)
        count = near.sum(1)[:, None]
        for lift in (0, 1):
            own = lifted[:, targets, lift]
            error = (own - near @ own / count) ** 2 * count / (count + 1)
            columns.append(1 - error.sum(0) / (own**2).sum(0))
    return np.stack(columns, axis=1)


def row_features(z, c02, dx, counts):
    n = len(z)
    x, y = z[:, :dx], z[:, dx:]

    def energy(v, block):
        return np.einsum("ra,ab,rb->r", v, np.linalg.inv(block), v)

    sides = [(x, c02[:dx, :dx]), (y, c02[dx:, dx:]), (z, c02)]
    columns = [np.log1p(energy(v, block) / v.shape[1]) for v, block in sides]
    columns += [np.log1p((v**2).sum(1) / v.shape[1]) for v, _ in sides]

    to_x, to_y = distances(z, range(dx)), distances(z, range(dx, z.shape[1]))
    joint = np.maximum(to_x, to_y)
    for k in (1, 4, 12):
        k = min(k, n - 1)
        eps = without_self(joint)[:, k - 1 : k]
        n_x, n_y = (to_x <= eps).sum(1) - 1, (to_y <= eps).sum(1) - 1  # without the row itself
        columns.append(digamma(k) + digamma(n) - digamma(n_x) - digamma(n_y))
        columns += [np.log((1 + n_x) / n), np.log((1 + n_y) / n)]
    m_x, m_y, m = counts
    term = math.log(n) + grassberger(m) - grassberger(m_x) - grassberger(m_y)
    columns += [term * repeated(counts), np.log(m_x), np.log(m_y), np.log(m)]
    return np.stack(columns, axis=1)


def repeated(counts):
    return counts[-1].max() > 1


def strongest_pairs(z, moments, dx):
    """[(i, j, t_4, t_12)]: up to four pairs of columns, no column twice, the strongest first."""
    n, d = z.shape
    strength = {(i, j): (moments[i, :, j] ** 4).sum() for i in range(dx) for j in range(dx, d)}
    pairs = []
    while strength and len(pairs) < 4:
        i, j = max(strength, key=strength.get)
        strength = {(a, b): s for (a, b), s in strength.items() if a != i and b != j}
        to_x, to_y = distances(z, [i]), distances(z, [j])
        joint = without_self(np.maximum(to_x, to_y))
        terms = []
        for k in (min(4, n - 1), min(12, n - 1)):
            eps = joint[:, k - 1 : k]
            counts = (to_x <= eps).sum(1) - 1, (to_y <= eps).sum(1) - 1
            terms.append((digamma(k) + digamma(n) - digamma(counts).sum(0)).mean())
        pairs.append((i, j - dx, *terms))
    return pairs


def features(x, y):
    """x (n, dx), y (n, dy): the raw sample. All features, for the order (X, Y)."""
    ranks = ranks_of(np.hstack([x, y]), np.arange(len(x)))
    sizes = x.shape[1], y.shape[1]
    f = features_of_columns(x, y, ranks, sizes, False)
    of_directions = f["classical"]
    if max(sizes) > 1:
        u, v = directions(x, y, ranks)
        ranks = ranks_of(np.hstack([u, v]), places(ranks))
        f["directions"] = features_of_columns(u, v, ranks, sizes, True)
        of_directions = f["directions"]["classical"]
    f["classical"] = np.concatenate([f["classical"], of_directions[[0, 2, 3]]])
    return f


def features_of_columns(x, y, ranks, sizes, are_directions):
    """sizes: how many columns X and Y of the sample itself have."""
    (n, dx), dy = x.shape, y.shape[1]
    d = dx + dy
    of_x, of_y = list(range(dx)), list(range(dx, d))
    z = normal_scores(ranks)
    lifted = lifts(z)
    moments = np.einsum("ria,rjb->iajb", lifted, lifted) / n
    c = z.T @ z / (z[:, 0] ** 2).sum()

    def shrunk(s):
        return (1 - s) * c + s * np.eye(d)

    def info(s):
        m = shrunk(s)
        return 0.5 * (log_det(m[:dx, :dx]) + log_det(m[dx:, dx:]) - log_det(m))

    def bias(k):
        return digamma((n - 1 - np.arange(k)) / 2).sum()

    flag = float(n > d + 1 and np.linalg.eigvalsh(c)[0] > 1e-9)
    if flag:
        gaussian = info(0) - 0.5 * (bias(dx) + bias(dy) - bias(d))
    else:
        gaussian = 0.6 * info(0.02)

    inverse = np.linalg.inv(shrunk(0.2))
    scale = np.sqrt(np.diag(inverse))
    partial = inverse / np.outer(scale, scale)
    strongest = strongest_pairs(z, moments, dx)
    near = {(i, j): [1, *terms] for i, j, *terms in strongest}
    pair = [
        [*moments[i, :, dx + j, :].ravel(), partial[i, dx + j], *near.get((i, j), [0, 0, 0])]
        for i in range(dx)
        for j in range(dy)
    ]
    sums = [sum(terms) for terms in list(zip(*strongest))[2:]]

    counts = outcome_counts(x, y, np.hstack([x, y]))
    rows = row_features(z, shrunk(0.2), dx, counts)
    rho = [canonical_correlations(shrunk(s), dx) for s in (0.05, 0.2)]
    tokens = [f(r) for r in rho for f in (lambda r: r, lambda r: -0.5 * np.log(1 - r**2))]
    values = [info(s) for s in (0.02, 0.05, 0.2, 0.5)] + [gaussian]
    values += [rows[:, t].mean() for t in (6, 9, 12)]
    u = [f for v in values for f in (slog(v), v / math.sqrt(dx * dy))]
    u += [flag, rho[1][0], math.log(n) - 5, n**-0.5, math.log(dx), math.log(dy), d / (n + d)]
    m_x, m_y, m = counts
    plug_in = math.log(n) + (np.log(m) - np.log(m_x) - np.log(m_y)).mean()
    counted = [rows[:, 15].mean(), plug_in] if repeated(counts) else [0.0, 0.0]
    u += [f for v in sums + counted for f in (slog(v), v / math.sqrt(dx * dy))]
    u += [float(repeated(counts)), (m > 1).mean(), (m_x > 1).mean(), (m_y > 1).mean()]
    u += [np.log(m_x).mean(), np.log(m_y).mean()]
    plain = plain_counts(x, y)
    discrete = digamma(plain[2]) + math.log(n) - np.log(plain[0]) - np.log(plain[1])
    mixture = np.where(plain[2] > 5, discrete, rows[:, 9]).mean()
    u += [slog(mixture), mixture / math.sqrt(dx * dy)]
    u += [(plain[k] > 1).mean() for k in (2, 0, 1)] + [np.log(plain[k]).mean() for k in (2, 0, 1)]
    u += [float(are_directions), *np.log(sizes)]
    classical = [gaussian, rows[:, 9].mean(), rows[:, 12].mean(), sums[0]]
    classical += [counted[0] if repeated(counts) else classical[1], mixture]
    return {
        "pair": np.array(pair),
        "nodes_x": node_features(moments, of_x, explained(z, lifted, of_x, of_y)),
        "nodes_y": node_features(moments, of_y, explained(z, lifted, of_y, of_x)),
        "rows": rows,
        "tokens": np.stack(tokens, axis=1),
        "global": np.array(u),
        "classical": np.array(classical),
    }


# ---- Directions and orders of equal values --------------------------------------------------

GOLDEN_RATIO = np.uint64(0x9E3779B97F4A7C15)


def hashed(v):
    """Of 64-bit numbers, which overflow."""
    b = (np.atleast_1d(v).astype(np.uint64) + np.uint64(1)) * GOLDEN_RATIO
    b = (b ^ (b >> np.uint64(32))) * GOLDEN_RATIO
    return b ^ (b >> np.uint64(29))


def places(ranks):
    keys = (hashed(ranks) + hashed(len(ranks) - 1 - ranks)).sum(1, dtype=np.uint64)
    return keys.astype(np.int64).argsort(kind="stable").argsort()


def levels_of(columns):
    return np.stack([(c[None, :] < c[:, None]).sum(1) for c in columns.T], axis=1)


def tie_ranks(columns, m):
    """(n, d): the ranks in the order of number m of equal values."""
    level = levels_of(columns)

    def numbered(told):
        k = np.array([(told[:i] == told[i]).sum() for i in range(len(told))])
        return hashed(told) + hashed(k)

    told = hashed(level).sum(0, dtype=np.uint64)
    for _ in range(2):
        rows = hashed(told + hashed(level)).sum(1, dtype=np.uint64)
        told = hashed(rows[:, None] + hashed(level)).sum(0, dtype=np.uint64)
    told = numbered(told)
    by = hashed(numbered(rows)[:, None] + hashed(told + hashed(m))) >> np.uint64(32)
    return np.stack([np.lexsort((by[:, c], level[:, c])).argsort() for c in range(len(told))], 1)


def whitened(columns, ranks, share):
    """(n, side): one side's standardized scores, without their (shrunk) correlation."""
    z = normal_scores(ranks)
    z = np.stack([[z[c == v, i].mean() for v in c] for i, c in enumerate(columns.T)], axis=1)
    z = (z - z.mean(0)) / z.std(0)
    c = (1 - share) * (z.T @ z / len(z)) + share * np.eye(z.shape[1])
    return solve_triangular(cholesky(c, lower=True), z.T, lower=True).T


def leading(matrix):
    """The eigenvector of the eigenvalue of the largest size."""
    values, vectors = np.linalg.eigh(matrix)
    return vectors[:, abs(values).argmax()]


def normalized(v):
    return v / np.linalg.norm(v)


def squares_with(a, b):
    """The unit vectors (u, v) of the largest covariance of (u a)^2 and v b."""
    t = np.einsum("ri,rk,rj->jik", a, a, b - b.mean(0)) / len(a)
    v = leading(np.einsum("jik,lik->jl", t, t))
    u = leading(np.einsum("j,jik->ik", v, t))
    for _ in range(10):
        v = normalized(np.einsum("jik,i,k->j", t, u, u))
        mixed = np.einsum("j,jik->ik", v, t)
        u = normalized(mixed @ (mixed @ u))
    return u, v


def key_of_side(ranks, place):
    either = hashed(ranks) + hashed(len(ranks) - 1 - ranks)
    columns = hashed(place[:, None].astype(np.uint64) + hashed(either)).sum(0, dtype=np.uint64)
    return hashed(columns).sum(dtype=np.uint64).astype(np.int64)


def both_squares(a, b):
    def of_length(own, other):
        length = (other**2).sum(1)
        return leading(np.einsum("ri,rk,r->ik", own, own, length - length.mean()) / len(own))

    def step(along, own, other, by):
        w = (other @ by) ** 2
        return normalized(((w - w.mean()) * (own @ along)) @ own)

    u, v = of_length(a, b), of_length(b, a)
    for _ in range(10):
        v = step(v, b, a, u)
        u = step(u, a, b, v)
    return u, v


def pairs_of_directions(a, b, y_first):
    """(dx, c + 3), (dy, c + 3): unit vectors, fitted on these rows."""
    c = min(3, a.shape[1], b.shape[1])
    left, _, right = np.linalg.svd((a - a.mean(0)).T @ (b - b.mean(0)) / len(a))
    pairs = [(left[:, k], right[k]) for k in range(c)]
    pairs += [squares_with(a, b), squares_with(b, a)[::-1]]
    pairs.append(both_squares(b, a)[::-1] if y_first else both_squares(a, b))
    u, v = (np.stack(side, axis=1) for side in zip(*pairs))
    # A side of one column has it as it is, so that the other side's sign is that of both.
    if a.shape[1] == 1:
        v[:, 0], u = v[:, 0] * u[0, 0], np.ones_like(u)
    elif b.shape[1] == 1:
        u[:, 0], v = u[:, 0] * v[0, 0], np.ones_like(v)
    return u, v


def directions(x, y, ranks):
    """The values (n, K) of X and of Y in the directions, fitted on the other folds' rows."""
    (n, dx), dy = x.shape, y.shape[1]
    share = min(0.5, (dx + dy) / n)
    sides = whitened(x, ranks[:, :dx], share), whitened(y, ranks[:, dx:], share)
    single = [side.shape[1] == 1 for side in sides]
    c = min(3, dx, dy)
    place = places(ranks)
    y_first = key_of_side(ranks[:, dx:], place) < key_of_side(ranks[:, :dx], place)
    of_all = pairs_of_directions(*sides, y_first)
    values = [np.zeros((n, of_all[0].shape[1])) for _ in sides]
    fold = place % 5
    for k in range(5):
        fitted = pairs_of_directions(*(side[fold != k] for side in sides), y_first)
        agree = [(of * all_rows).sum(0) for of, all_rows in zip(fitted, of_all)]
        turns = turned(agree, c, single)
        for s, side in enumerate(sides):
            own = fitted[s] * turns[s]
            for r in np.flatnonzero(fold == k):
                values[s][r] = [(side[r] * direction).sum() for direction in own.T]
    turns = turned([(v**3).sum(0) for v in values], c, single)
    if any(single):
        turns = [np.concatenate([np.ones(c), turn[c:]]) for turn in turns]
    values = [(v * turn).astype(np.float32) for v, turn in zip(values, turns)]
    return [v[:, :1] if alone else v for v, alone in zip(values, single)]


def turned(signs, c, single):
    """-1 where a direction turns: a singular pair together; a side of one column never."""
    together = sum(sign[:c] for sign in signs)
    signs = [np.concatenate([together, sign[c:]]) for sign in signs]
    return [np.where((s < 0) & ~np.array(alone), -1.0, 1.0) for s, alone in zip(signs, single)]


def screened(f, x, y):
    """The features of the columns that show dependence and the evidence, or None."""
    (n, dx), dy = x.shape, y.shape[1]
    moments = f["pair"][:, :64].reshape(dx, dy, 64)
    largest, square = math.sqrt(n) * abs(moments).max(2), n * (moments**2).mean(2)

    def bound(others):
        return norm.isf(0.2 / (64 * others) / 2)

    keep_x, keep_y = (largest > bound(dy)).any(1), (largest > bound(dx)).any(0)
    left = ~np.outer(keep_x, keep_y)
    if left.all() or not left.any():
        return None
    excess = (square[left] - 1).sum() / math.sqrt(left.sum())
    evidence = [math.tanh(excess / 3), math.log(n) - 5, math.log(1 - left.mean())]
    return features(x[:, keep_x], y[:, keep_y]), [*evidence, largest[left].max() - 3.5]


# ---- Layers, output and loss: PyTorch -------------------------------------------------------


def random_weights(rng):
    t, r, k, n, c, h, layers, e = SIZES.values()
    table = f"""global.in {t} 48, global.out {t} {t}, rows.1 {r} 19, rows.g {r} {t}, rows.2 {r} {r},
        trunk.in {t} {t + 2 * r}, trunk.out {t} {t}, tokens.1 {k} 4, tokens.g {k} {t},
        tokens.2 {k} {k}, spectrum.in {t} {2 * k}, spectrum.out {t} {t}, nodes.in {n} 134,
        nodes.g {n} {t}, pair.in {h} 68, pair.x {h} {n}, pair.y {h} {n}, pair.g {h} {t},
        pair.out {c} {h}, head.1 {e} {2 * (5 * c + 4 * n + t)}, head.2 {e // 2} {e},
        head.3 26 {e // 2}, gate 1 6, gate.spread 1 1, median.shift 1 1"""
    for l in (f"layer.{i}" for i in range(layers)):
        table += f""", {l}.in {h} {c}, {l}.x {h} {2 * c}, {l}.y {h} {2 * c}, {l}.g {h} {t},
            {l}.out {c} {h}, {l}.trunk.in {t} {2 * c + t}, {l}.trunk.out {t} {t}"""

    def parameter(mean, variance, *shape):
        values = mean + math.sqrt(variance) * rng.standard_normal(shape)
        return torch.tensor(rounded(values), dtype=torch.float64, requires_grad=True)

    weights = {}
    for name, *shape in (entry.split() for entry in table.split(",")):
        rows, columns = map(int, shape)
        # Only the first of a sum has a bias.
        inner = name.endswith((".g", ".x", ".y", ".spread", ".shift"))
        weight = parameter(0, 1 / columns, rows, columns)
        weights[name] = {"weight": weight, "bias": None if inner else parameter(0, 0.1, rows)}
    norms = [("trunk.norm", t), *((f"layer.{i}.norm", c) for i in range(layers))]
    for name, width in norms:
        weights[name] = {"gain": parameter(1, 0.1, width), "bias": parameter(0, 0.1, width)}
    return weights


def columns_of(f):
    """The features without those of the directions."""
    return {name: v for name, v in f.items() if name != "directions"}


def act(v):
    return 0.5 * v * (1 + v / torch.sqrt(1 + v**2))


def forward(weights, f, w7_value=None):
    """(v, w): the value and the 15 quantiles; w7_value replaces v inside w_7 where it is given."""

    def lin(name, v):
        out = v @ weights[name]["weight"].T
        return out if weights[name]["bias"] is None else out + weights[name]["bias"]

    def mlp(name, v):
        return lin(f"{name}.out", act(lin(f"{name}.in", v)))

    def layer_norm(name, v):
        centred = v - v.mean(-1, keepdim=True)
        scaled = centred / torch.sqrt((centred**2).mean(-1, keepdim=True) + 1e-5)
        return scaled * weights[name]["gain"] + weights[name]["bias"]

    def mean_max(v, dim):
        return torch.cat([v.mean(dim), v.amax(dim)], -1)

    def summary(f):
        f = {name: torch.tensor(v, dtype=torch.float64) for name, v in f.items()}
        dx, dy = len(f["nodes_x"]), len(f["nodes_y"])
        g = mlp("global", f["global"])
        r = act(lin("rows.2", act(lin("rows.1", f["rows"]) + lin("rows.g", g))))
        g = layer_norm("trunk.norm", g + mlp("trunk", torch.cat([g, mean_max(r, 0)])))
        t = act(lin("tokens.2", act(lin("tokens.1", f["tokens"]) + lin("tokens.g", g))))
        g = g + mlp("spectrum", torch.cat([t.sum(0) / math.sqrt(len(t)), t.amax(0)]))
        hx, hy = (act(lin("nodes.in", f[s]) + lin("nodes.g", g)) for s in ("nodes_x", "nodes_y"))
        by_column = lin("pair.x", hx)[:, None] + lin("pair.y", hy)[None, :] + lin("pair.g", g)
        p = lin("pair.out", act(lin("pair.in", f["pair"].reshape(dx, dy, 68)) + by_column))
        for name in (f"layer.{i}" for i in range(SIZES["layers"])):
            q = layer_norm(f"{name}.norm", p)
            over_y, over_x = lin(f"{name}.x", mean_max(q, 1)), lin(f"{name}.y", mean_max(q, 0))
            mixed = lin(f"{name}.in", q) + over_y[:, None] + over_x[None, :] + lin(f"{name}.g", g)
            p = p + lin(f"{name}.out", act(mixed))
            g = g + mlp(f"{name}.trunk", torch.cat([mean_max(p, (0, 1)), g]))
        total = p.sum((0, 1)) / (4 * math.sqrt(dx * dy))
        crossed = [p.amax(1).mean(0), p.amax(0).mean(0)]  # mean_i max_j, mean_j max_i
        ends = [mean_max(hx, 0), mean_max(hy, 0), g]
        return torch.cat([mean_max(p, (0, 1)), total, *crossed, *ends])

    s = torch.cat([summary(columns_of(f)), summary(f.get("directions", columns_of(f)))])
    o = lin("head.3", act(lin("head.2", act(lin("head.1", s)))))

    dx, dy = len(f["nodes_x"]), len(f["nodes_y"])
    free = 0.5 * math.sqrt(dx * dy) * softplus(o[0])
    gates = torch.softmax(torch.cat([torch.zeros(1), o[2:11]]), 0)
    v = (gates * torch.cat([free[None], torch.tensor(f["classical"])])).sum() + 0.2 * o[1]
    centre = v.detach() if w7_value is None else w7_value
    w = [None] * 15
    w[7] = torch.log1p(centre.clamp(min=0)) + 0.3 * o[11]
    delta = torch.tensor(np.diff(norm.ppf(LEVELS)))
    up = 0.1 * softplus(o[12:19]) / delta[7:]
    down = 0.1 * softplus(o[19:26]) / delta[:7].flip(0)
    slope = torch.cat([down.flip(0), up])
    inner = slope[2:12]
    ends = torch.cat([inner[:1], inner, inner[-1:]])
    even = (ends[:-2] + 2 * inner + ends[2:]) / 4
    step = delta * torch.cat([slope[:2], even, slope[12:]])
    for k in range(7, 14):
        w[k + 1] = w[k] + step[k]
    for k in range(7, 0, -1):
        w[k - 1] = w[k] - step[k - 1]
    return v, torch.stack(w)


def both_orders(weights, f, swapped):
    (v, w), (v_swapped, w_swapped) = forward(weights, f), forward(weights, swapped)
    return (v + v_swapped) / 2, (w + w_swapped) / 2


def width(w):
    return w[12] - w[2]


def recalibrated(weights, w):
    """The quantiles inside the 90% interval read further up, the median by the shift."""
    z = torch.tensor(norm.ppf(LEVELS))
    shift = weights["median.shift"]["weight"][0, 0]
    places = z + shift * (1 - (z / z[12]) ** 2).clamp(min=0)
    above = torch.searchsorted(z, places.detach()).clamp(1, len(z) - 1)
    share = (places - z[above - 1]) / (z[above] - z[above - 1])
    moved = w[above - 1] + share * (w[above] - w[above - 1])
    return torch.cat([w[:3], moved[3:12], w[12:]])


def gated(weights, x, y):
    """(v, w, the screened columns): from all columns and those, in both orders of the sides."""
    f = features(x, y)
    dx, dy = x.shape[1], y.shape[1]
    v, w = both_orders(weights, f, swapped_features(f, dx, dy))
    kept = screened(f, x, y)
    if kept is None:
        return v, recalibrated(weights, w), 0
    g, evidence = kept
    dx, dy = len(g["nodes_x"]), len(g["nodes_y"])
    v2, w2 = both_orders(weights, g, swapped_features(g, dx, dy))
    inputs = [torch.tensor(evidence), torch.log((width(w2) + 0.01) / (width(w) + 0.01))[None]]
    inputs.append(torch.log((v2.clamp(min=0) + 0.02) / (v.clamp(min=0) + 0.02))[None])
    gate = weights["gate"]
    share = torch.sigmoid(gate["weight"][0] @ torch.cat(inputs) + gate["bias"][0])
    v, w = v + share * (v2 - v), w + share * (w2 - w)
    w = w[7] + torch.exp(weights["gate.spread"]["weight"][0, 0]) * (w - w[7])
    return v, recalibrated(weights, w), dx + dy


def quantiles_weight(w):
    """How much the quantiles of an answer count in training."""
    return (0.5 / (width(w) + 0.02)).item()


def loss_of(v, w, true_mi, of_quantiles=1):
    e = v - true_mi
    huber = 0.5 * e**2 if abs(e) <= 8 else 8 * (abs(e) - 4)
    e = torch.sign(v) * torch.log1p(abs(v)) - math.log1p(true_mi)
    smooth = 0.5 * e**2 / 0.1 if abs(e) <= 0.1 else abs(e) - 0.05
    tau = torch.tensor(LEVELS, dtype=torch.float64)
    e = math.log1p(true_mi) - w
    return huber / 10 + smooth + of_quantiles * torch.maximum(tau * e, (tau - 1) * e).mean()


# ---- The golden file ------------------------------------------------------------------------


def rounded(value, digits=9):
    """Tensors, arrays and numbers, in any nesting, as lists of floats of so many digits."""
    if isinstance(value, dict):
        return {k: rounded(v, digits) for k, v in value.items()}
    if isinstance(value, (torch.Tensor, np.ndarray)):
        value = value.tolist()
    if isinstance(value, list):
        return [rounded(v, digits) for v in value]
    return float(f"{value:.{digits}g}") if isinstance(value, float) else value


def sample(rng, n, dx, dy, noise, levels):
    """Dependent columns, not linearly so, each on a scale of its own; the last of a side noise.

    Where levels is not 0 the columns are cut into so many, equally frequent.
    """
    shapes = [np.exp, lambda v: v**3 + v, np.arctan, lambda v: np.sin(2 * v) + 0.3 * v]
    latent = rng.standard_normal((n, 2))

    def column(i, signal):
        noisy = signal + 0.5 * rng.standard_normal(n)
        return 10.0 ** (i % 5 - 2) * shapes[i % 4](noisy)

    x = [column(i, latent[:, i % 2]) for i in range(dx)]
    y = [column(j + 1, latent[:, j % 2] ** 2 - latent[:, (j + 1) % 2] / 2) for j in range(dy)]
    for side in (x, y):
        side[len(side) - noise :] = [rng.standard_normal(n) for _ in range(noise)]
    if levels > 0:
        x, y = ([c.argsort().argsort() * levels // n * 1.0 for c in side] for side in (x, y))
    return rounded(x, 6), rounded(y, 6)


def swapped_features(f, dx, dy):
    """The features of the swapped data, as "Order" says."""
    pair = f["pair"].reshape(dx, dy, 68).transpose(1, 0, 2)
    moments = pair[..., :64].reshape(dy, dx, 8, 8).swapaxes(2, 3).reshape(dy, dx, 64)
    pair = np.concatenate([moments, pair[..., 64:]], axis=2).reshape(dx * dy, 68)
    rows = f["rows"][:, [1, 0, 2, 4, 3, 5, 6, 8, 7, 9, 11, 10, 12, 14, 13, 15, 17, 16, 18]]
    places = [*range(20), 21, 20, *range(22, 33), 34, 33, 36, 35, 37, 38, 39, 41, 40, 42, 44, 43]
    u = f["global"][[*places, 45, 47, 46]]
    swapped = dict(f, pair=pair, nodes_x=f["nodes_y"], nodes_y=f["nodes_x"], rows=rows)
    swapped["global"] = u
    if "directions" in f:
        of = f["directions"]
        swapped["directions"] = swapped_features(of, len(of["nodes_x"]), len(of["nodes_y"]))
    return swapped


def check_swap(f, g, dx, dy):
    """But for the features of directions, whose pairs come in another order."""
    for name, value in columns_of(swapped_features(f, dx, dy)).items():
        np.testing.assert_allclose(g[name], value, rtol=1e-9, atol=1e-9, err_msg=name)


def check_gradients(weights, f, true_mi, h=1e-6):
    """Finite differences, at two random places of each parameter, against the gradients."""
    rng = np.random.default_rng(1)
    with torch.no_grad():
        fixed, w = forward(weights, f)
        weight = quantiles_weight(w)
        for name, kind in ((n, k) for n in weights for k in weights[n] if n not in FITTED_AFTER):
            parameter = weights[name][kind]
            if parameter is None:
                continue
            assert parameter.grad.abs().max() > 0, f"{name}: no gradient"
            for place in rng.integers(parameter.numel(), size=2):
                losses = []
                flat = parameter.view(-1)
                before = flat[place].item()
                for shifted in (before + h, before - h):
                    flat[place] = shifted
                    losses.append(loss_of(*forward(weights, f, fixed), true_mi, weight).item())
                flat[place] = before
                numeric = (losses[0] - losses[1]) / (2 * h)
                exact = parameter.grad.view(-1)[place].item()
                assert abs(numeric - exact) < 1e-8 + 1e-6 * abs(exact), (name, exact, numeric)


def gradient(tensor):
    """Zeros for what is fitted after training, which no loss depends on."""
    if tensor is None:
        return None
    return torch.zeros_like(tensor) if tensor.grad is None else tensor.grad


def golden_case(rng, weights, name, n, dx, dy, true_mi, with_gradients, noise=0, levels=0):
    x, y = sample(rng, n, dx, dy, noise, levels)
    columns_x, columns_y = np.array(x).T, np.array(y).T
    f = features(columns_x, columns_y)
    swapped = swapped_features(f, dx, dy)
    check_swap(f, features(columns_y, columns_x), dx, dy)
    v, w = forward(weights, f)
    v_swapped, w_swapped = forward(weights, swapped)
    loss = loss_of(v, w, true_mi)
    case = {"name": name, "n": n, "dx": dx, "dy": dy, "x": x, "y": y, "features": f}
    case["ranks_of_order_3"] = tie_ranks(np.hstack([columns_x, columns_y]), 3).T
    case |= {"value": v, "quantiles": w, "true_mi": true_mi, "loss": loss}
    case |= {"value_swapped": v_swapped, "quantiles_swapped": w_swapped}
    v_both, w_both, columns = gated(weights, columns_x, columns_y)
    case |= {"value_both": v_both, "quantiles_both": w_both, "columns_again": columns}
    if with_gradients:
        tensors = [t for pair in weights.values() for t in pair.values() if t is not None]
        for tensor in tensors:
            tensor.grad = None
        loss_of(v, w, true_mi, quantiles_weight(w)).backward()
        check_gradients(weights, f, true_mi)
        case["gradients"] = {
            name: {kind: gradient(t) for kind, t in pair.items()}
            for name, pair in weights.items()
        }
    print(
        f"{name}: n={n} dx={dx} dy={dy} flags={f['global'][[16, 31]]} G={f['classical'][0]:.5f} "
        f"value={v.item():.5f} swapped={v_swapped.item():.5f} true={true_mi} loss={loss.item():.5f} "
        f"both={v_both.item():.5f} again={columns}"
    )
    return rounded(case)


def main():
    torch.set_num_threads(1)
    rng = np.random.default_rng(18)
    weights = random_weights(rng)
    cases = [  # values of both signs; the true MI reach every branch of the loss
        golden_case(rng, weights, "a", 40, 3, 2, 0.4, True),
        golden_case(rng, weights, "b", 12, 1, 1, 0.3, False),
        golden_case(rng, weights, "c", 25, 2, 4, 0.9, False),
        golden_case(rng, weights, "d", 14, 9, 8, 15.0, True),
        golden_case(rng, weights, "e", 80, 4, 3, 0.5, False, noise=2),
        golden_case(rng, weights, "f", 80, 2, 1, 0.6, True, levels=3),
        golden_case(rng, weights, "g", 40, 3, 2, 0.6, False, levels=3),
        golden_case(rng, weights, "h", 30, 1, 3, 0.7, True),
        golden_case(rng, weights, "i", 33, 5, 4, 0.7, False),
    ]
    golden = {"sizes": SIZES, "weights": rounded(weights), "cases": cases}
    text = json.dumps(golden, separators=(",", ":"), allow_nan=False)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(re.sub(r"([\]}],)(?=[\[\"{])", r"\1\n", text) + "\n")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
