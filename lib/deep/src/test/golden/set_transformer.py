"""Independent PyTorch implementation of the set transformer of docs/set-transformer.md (MIST, MIST_QR).

Writes the golden file that the Java tests are compared with, to standard output:

    python set_transformer.py > ../../testkit/resources/golden/set_transformer.json

Needs only torch. The golden numbers are float64, the gradients autograd's. Mixed sizes are run here as one
padded batch with masks (tokens, keys and values formed, softmax written out); without masks the class takes
the fast forms instead (columns as v * alpha + beta, fused layer norm and attention), which the golden run
checks against the padded ones. Activations are batch-first inside, (datasets, rows, channels).
"""
import json
import math
import sys
from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F

POSITIONS = 64  # column j of X is position j, column j of Y position 32 + j
EPSILON = 1e-5


@dataclass
class Sizes:
    D: int
    H: int
    F: int
    m: int
    s: int
    C: int
    L: int
    S: int
    E: int


def positions(dx, dy):
    return list(range(dx)) + list(range(32, 32 + dy))


class Specification:
    """The parameters in the order of the flat vector: name, kind and the shape torch holds."""

    def __init__(self, sizes, quantiles):
        self.entries = []
        z, D = sizes, sizes.D
        self.table("columns.scale", D, POSITIONS)
        self.table("columns.shift", D, POSITIONS)
        self.table("columns.query", D, z.C)
        self.matrix("columns.key", D, D, bias=False)
        self.matrix("columns.value", D, D)
        self.matrix("columns.out", z.C * D, D)
        self.norm("columns.norm", D)
        self.matrix("columns.ff1", D, z.F)
        self.matrix("columns.ff2", z.F, D)
        for l in range(z.L):
            self.norm(f"layer{l}.norm0", D)
            self.table(f"layer{l}.points", D, z.m)
            self.block(f"layer{l}.induce", D, z.F)
            self.norm(f"layer{l}.norm3", D)
            self.block(f"layer{l}.spread", D, z.F)
        self.norm("pool.norm", D)
        self.table("pool.seeds", D, z.s)
        self.block("pool.block", D, D)
        for l in range(z.S):
            self.norm(f"seed{l}.norm0", D)
            self.block(f"seed{l}.block", D, D)
        self.matrix("head.1", D + 1 if quantiles else D, z.E)
        self.matrix("head.2", z.E, z.E)
        self.matrix("head.3", z.E, z.E)
        self.matrix("head.4", z.E, 1)

    def table(self, name, channels, count):
        self.entries.append((name, "table", (channels, count)))

    def matrix(self, name, inputs, outputs, bias=True):
        self.entries.append((name + ".weight", "matrix", (outputs, inputs)))
        if bias:
            self.entries.append((name + ".bias", "bias", (outputs,)))

    def norm(self, name, channels):
        self.entries.append((name + ".gain", "gain", (channels,)))
        self.entries.append((name + ".bias", "bias", (channels,)))

    def block(self, name, D, hidden):
        self.norm(name + ".norm1", D)
        for part in ("query", "key", "value", "out"):
            self.matrix(f"{name}.{part}", D, D)
        self.norm(name + ".norm2", D)
        self.matrix(name + ".ff1", D, hidden)
        self.matrix(name + ".ff2", hidden, D)

    def count(self):
        return sum(math.prod(shape) for _, _, shape in self.entries)


class SetTransformer(nn.Module):
    def __init__(self, sizes, quantiles=False, seed=0, dtype=torch.float64):
        super().__init__()
        self.sizes, self.quantiles = sizes, quantiles
        self.entries = Specification(sizes, quantiles).entries
        generator = torch.Generator().manual_seed(seed)
        self.weights = nn.ParameterDict()
        for name, kind, shape in self.entries:
            w = torch.randn(shape, generator=generator, dtype=torch.float64)
            if kind == "matrix":
                w = w / math.sqrt(shape[1])
            elif kind == "gain":
                w = 1 + 0.1 * w
            elif kind == "bias":
                w = 0.1 * w
            w = w.to(torch.float32).to(dtype)  # so that the golden weights are exact floats
            self.weights[name.replace(".", "_")] = nn.Parameter(w)

    def __getitem__(self, name):
        return self.weights[name.replace(".", "_")]

    # the flat vector

    def flat(self, gradient=False):
        parts = []
        for name, kind, _ in self.entries:
            w = self[name].grad if gradient else self[name].detach()
            parts.append((w.t() if kind == "matrix" else w).reshape(-1))  # matrices input by input
        return torch.cat(parts)

    # parts

    def linear(self, x, name, bias=True):
        return F.linear(x, self[name + ".weight"], self[name + ".bias"] if bias else None)

    def norm(self, x, name, mask=None):
        """Set norm; x (datasets, set, D), mask (datasets, set) or None where the whole set is there."""
        if mask is None:
            unit = F.layer_norm(x, x.shape[1:], eps=EPSILON)
        else:
            there = mask[:, :, None].to(x.dtype)
            count = there.sum((1, 2), keepdim=True) * x.shape[2]
            mean = (x * there).sum((1, 2), keepdim=True) / count
            centered = (x - mean) * there
            unit = centered / torch.sqrt((centered * centered).sum((1, 2), keepdim=True) / count + EPSILON)
        return torch.addcmul(self[name + ".bias"], unit, self[name + ".gain"])

    def heads(self, x):
        return x.unflatten(2, (self.sizes.H, -1)).transpose(1, 2)

    def attention(self, q, k, v, mask=None):
        """q (B, Q, D), k and v (B, K, D), mask of the keys (B, K)."""
        q, k, v = self.heads(q), self.heads(k), self.heads(v)
        if mask is None:
            q = q.expand(k.shape[0], -1, -1, -1)
            out = F.scaled_dot_product_attention(q, k, v)
        else:
            logits = torch.einsum("bhqd,bhkd->bhqk", q.expand(k.shape[0], -1, -1, -1), k) / math.sqrt(q.shape[3])
            logits = logits.masked_fill(~mask[:, None, None, :], -math.inf)
            out = torch.einsum("bhqk,bhkd->bhqd", torch.softmax(logits, 3), v)
        return out.transpose(1, 2).flatten(2)

    def block(self, x, z, name, x_mask=None, z_mask=None):
        q = self.linear(self.norm(x, name + ".norm1", x_mask), name + ".query")
        a = self.attention(q, self.linear(z, name + ".key"), self.linear(z, name + ".value"), z_mask)
        y = x + self.linear(a, name + ".out")
        return self.feed(y, name, ".norm2", x_mask)

    def feed(self, y, name, norm, mask):
        hidden = F.gelu(self.linear(self.norm(y, name + norm, mask), name + ".ff1"))
        return y + self.linear(hidden, name + ".ff2")

    def columns_plain(self, values, position, mask):
        """values (B, N, J), position and mask (B, J): tokens, keys and values formed as the text has them."""
        H = self.sizes.H
        scale = self["columns.scale"].t()[position][:, None]  # (B, 1, J, D)
        shift = self["columns.shift"].t()[position][:, None]
        token = values[..., None] * scale + shift  # (B, N, J, D)
        key = self.linear(token, "columns.key", bias=False).unflatten(3, (H, -1))
        value = self.linear(token, "columns.value").unflatten(3, (H, -1))
        query = self["columns.query"].t().unflatten(1, (H, -1))  # (C, H, d)
        logits = torch.einsum("chd,bnjhd->bnchj", query, key) / math.sqrt(query.shape[2])
        logits = logits.masked_fill(~mask[:, None, None, None, :], -math.inf)
        out = torch.einsum("bnchj,bnjhd->bnchd", torch.softmax(logits, 4), value)
        return self.linear(out.flatten(2), "columns.out")

    def columns_fast(self, values, position):
        """The same with no token formed; values (B, N, J), position (J)."""
        H, C = self.sizes.H, self.sizes.C
        B, N, J = values.shape
        both = torch.stack((self["columns.scale"][:, position], self["columns.shift"][:, position]))  # (2, D, J)
        key = (self["columns.key.weight"] @ both).unflatten(1, (H, -1))  # (2, H, d, J)
        value = (self["columns.value.weight"] @ both)
        value = torch.stack((value[0], value[1] + self["columns.value.bias"][:, None])).unflatten(1, (H, -1))
        query = self["columns.query"].unflatten(0, (H, -1)) / math.sqrt(self.sizes.D // H)  # (H, d, C)
        alpha, beta = torch.einsum("hdc,thdj->thcj", query, key)[:, :, None]  # (H, 1, C, J) each
        v = values.reshape(1, B * N, 1, J)
        p = torch.softmax(torch.addcmul(beta, v, alpha), 3)
        value = value.transpose(2, 3)  # (2, H, J, d)
        out = torch.baddbmm(torch.bmm(p.flatten(1, 2), value[1]), (p * v).flatten(1, 2), value[0])  # (H, BNC, d)
        out = out.view(H, B * N, C, -1).permute(1, 2, 0, 3).reshape(B, N, -1)
        return self.linear(out, "columns.out")

    def forward(self, values, position, tau=None, row_mask=None, column_mask=None, trace=None):
        """One estimate a dataset. Equal sizes: values (B, N, J), position (J). Padded: position and column_mask
        (B, J), row_mask (B, N). tau (B) for quantiles. trace: a dict that gets the intermediate values."""
        trace = {} if trace is None else trace
        if row_mask is None:
            x = self.columns_fast(values, position)
        else:
            x = self.columns_plain(values, position, column_mask)
        x = trace["rows"] = self.feed(x, "columns", ".norm", row_mask)
        for l in range(self.sizes.L):
            name = f"layer{l}"
            z = self.norm(x, name + ".norm0", row_mask)
            h = self.block(self[name + ".points"].t()[None], z, name + ".induce", None, row_mask)
            x = self.block(x, self.norm(h, name + ".norm3"), name + ".spread", row_mask, None)
            trace[name] = x
        z = self.norm(x, "pool.norm", row_mask)
        seeds = trace["pool"] = self.block(self["pool.seeds"].t()[None], z, "pool.block", None, row_mask)
        for l in range(self.sizes.S):
            name = f"seed{l}"
            seeds = trace[name] = self.block(seeds, self.norm(seeds, name + ".norm0"), name + ".block")
        y = seeds.mean(1)
        if self.quantiles:
            y = torch.cat((y, (2 * tau - 1)[:, None]), 1)
        for l in (1, 2, 3):
            y = F.gelu(self.linear(y, f"head.{l}"))
        return self.linear(y, "head.4")[:, 0]


def losses(estimate, mi, tau=None):
    if tau is None:
        return (estimate - mi) ** 2
    e = mi - estimate
    return torch.maximum(tau * e, (tau - 1) * e)


# the golden file


def datasets():
    generator = torch.Generator().manual_seed(7)
    made = []
    for (n, dx, dy), mi, tau in zip(((5, 2, 3), (9, 1, 1), (4, 3, 2)), (0.75, 0.03125, 1.5), (0.25, 0.8125, 0.625)):
        shared = torch.randn(n, 1, generator=generator, dtype=torch.float64)
        v = torch.randn(n, dx + dy, generator=generator, dtype=torch.float64) + 0.8 * shared
        v = (v - v.mean(0)) / v.std(0, unbiased=False)
        made.append(dict(n=n, dx=dx, dy=dy, mi=mi, tau=tau, values=v.float().double()))
    return made


def padded(data):
    N, J = max(d["n"] for d in data), max(d["dx"] + d["dy"] for d in data)
    values = torch.full((len(data), N, J), 3.0, dtype=torch.float64)  # junk where padded: masks must hide it
    position = torch.zeros(len(data), J, dtype=torch.long)
    rows = torch.zeros(len(data), N, dtype=torch.bool)
    columns = torch.zeros(len(data), J, dtype=torch.bool)
    for b, d in enumerate(data):
        n, j = d["values"].shape
        values[b, :n, :j] = d["values"]
        position[b, :j] = torch.tensor(positions(d["dx"], d["dy"]))
        rows[b, :n] = True
        columns[b, :j] = True
    return values, position, rows, columns


def numbers(tensor):
    return [float(f"{v:.9g}") for v in tensor.detach().reshape(-1).tolist()]


def case(name, sizes, quantiles, seed, traced):
    net, data = SetTransformer(sizes, quantiles, seed), datasets()
    values, position, rows, columns = padded(data)
    mi = torch.tensor([d["mi"] for d in data], dtype=torch.float64)
    tau = torch.tensor([d["tau"] for d in data], dtype=torch.float64) if quantiles else None
    trace = {}
    outputs = net(values, position, tau, rows, columns, trace)
    loss = losses(outputs, mi, tau).sum()
    loss.backward()
    gradient = net.flat(gradient=True)
    check(net, data, tau, mi, outputs.detach(), gradient)
    if quantiles:  # both sides of the pinball
        assert (mi > outputs).any() and (mi < outputs).any()
    made = dict(name=name, quantiles=quantiles, sizes=asdict(sizes), weights=numbers(net.flat()))
    made["datasets"] = [{**d, "values": numbers(d["values"].t())} for d in data]  # column by column
    made.update(outputs=numbers(outputs), loss=numbers(loss)[0], gradient=numbers(gradient))
    if traced:  # dataset 0, channel-major
        made["intermediate"] = {
            k: numbers((v[0, :data[0]["n"]] if k == "rows" or k.startswith("layer") else v[0]).t())
            for k, v in trace.items()}
    return made


def check(net, data, tau, mi, outputs, gradient):
    """Fast forms one dataset at a time, gradients too, and rows permuted: as in the padded batch."""
    net.zero_grad()
    for b, d in enumerate(data):
        p, t = torch.tensor(positions(d["dx"], d["dy"])), None if tau is None else tau[b:b + 1]
        alone = net(d["values"][None], p, t)
        losses(alone, mi[b:b + 1], t).sum().backward()
        assert abs(alone.item() - outputs[b].item()) < 1e-12, (alone, outputs)
        order = torch.randperm(d["n"], generator=torch.Generator().manual_seed(b))
        moved = net(d["values"][order][None], p, t)
        assert abs(moved.item() - outputs[b].item()) < 1e-12, (moved, outputs)
    assert (net.flat(gradient=True) - gradient).abs().max() < 1e-11
    moved = [{**d, "values": d["values"].flip(0)} for d in data]
    values, position, rows, columns = padded(moved)
    assert (net(values, position, tau, rows, columns) - outputs).abs().max() < 1e-12


def main():
    torch.set_num_threads(1)
    sizes = Sizes(D=8, H=2, F=12, m=3, s=2, C=2, L=2, S=2, E=6)
    cases = [case("MIST", sizes, False, 1, True), case("MIST_QR", sizes, True, 2, False)]
    json.dump({"cases": cases}, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
