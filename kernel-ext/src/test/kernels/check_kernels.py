"""Tries the library in every kind of host, on an installation.

    PREFIX/venv/bin/python check_kernels.py --prefix PREFIX [--maven GROUP:ARTIFACT:VERSION]

our kernel: an estimate is a card, %mist and %%mist answer, an interrupt ends a training cell with its
result; a plain JJava kernel with one %classpath or %maven line: the same card; a plain Java program without any
notebook class: the same number. Ends with status 1 and a sentence where one of them does not hold.
"""

import argparse
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

from jupyter_client.manager import start_new_kernel

DRAW = "new Normal(Dispersion.dense(2, 1, 0.5)).sample(200, new SplittableRandom(1))"
TRAINING = """MetaDistribution small = MetaDistribution.of("small", Families.named("multi_normal-dense"))
    .withShapes(new Shapes(20, 60, 2, 0.5));
Mist.train(small, TrainingOptions.withDefaults().withMinutes(5), Path.of("small.mist"))"""
PROGRAM = """
import io.github.mist4j.Mist;
import io.github.mist4j.distribution.*;
import java.util.SplittableRandom;
public class Program {
  public static void main(String[] args) {
    System.out.println(Mist.estimate(%s).summary());
  }
}
""" % DRAW


def check(what, holds, seen):
    if not holds:
        sys.exit(f"{what}: it does not hold, the answer was {str(seen)[:2000]}")
    print(f"{what}: yes", flush=True)


class Kernel:
    """A running kernel; what its cells show, by MIME type, errors as 'error'."""

    def __init__(self, name, folder):
        os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
        self.manager, self.client = start_new_kernel(
            kernel_name=name, startup_timeout=120, cwd=str(folder)
        )

    def run(self, code, interrupt_at=None):
        """Runs a cell; interrupts the kernel once an output's text contains a string."""
        outputs = []
        seen = threading.Event()

        def hook(message):
            kind, content = message["msg_type"], message["content"]
            if kind in ("display_data", "update_display_data", "execute_result"):
                outputs.append(content["data"])
            elif kind == "stream":
                outputs.append({"stream": content["text"]})
            elif kind == "error":
                outputs.append({"error": "\n".join(content["traceback"])})
            if interrupt_at and interrupt_at in str(outputs[-1:]):
                seen.set()

        if interrupt_at:
            stopper = threading.Thread(
                target=lambda: seen.wait(120) and self.manager.interrupt_kernel(), daemon=True
            )
            stopper.start()
        reply = self.client.execute_interactive(code, timeout=240, output_hook=hook)
        return reply["content"]["status"], outputs

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def last(outputs, kind):
    return next((o[kind] for o in reversed(outputs) if kind in o), "")


def ours(folder):
    kernel = Kernel("mist4j", folder)
    try:
        start = time.monotonic()
        status, outputs = kernel.run(f"Mist.estimate({DRAW})")
        first = time.monotonic() - start
        check("our kernel shows a card", "mist-card" in last(outputs, "text/html"), outputs)
        check(f"the first estimate comes within 6 s ({first:.1f})", first < 6, first)
        estimate = last(outputs, "text/plain")
        status, outputs = kernel.run("%mist help")
        check("%mist help", "estimate" in last(outputs, "text/plain"), outputs)
        (folder / "d.csv").write_text("a,b\n" + "".join(f"{i},{i * i % 17}\n" for i in range(40)))
        status, outputs = kernel.run("%%mist\nestimate d.csv --x a --y b\nestimate d.csv --x a --y c")
        check("%%mist shows a card", "mist-card" in last(outputs, "text/html"), outputs)
        check("and a sentence for a wrong name", "'c'" in last(outputs, "text/plain"), outputs)
        status, outputs = kernel.run(TRAINING, interrupt_at="Training on small")
        charts = {o["text/html"] for o in outputs if "Training on" in o.get("text/html", "")}
        check("a training moves", len(charts) > 1, outputs)
        check("an interrupt ends its cell normally", status == "ok", outputs)
        check("with the best model", "stopped after" in last(outputs, "text/plain"), outputs)
        status, outputs = kernel.run("1 + 1")
        check("and the kernel goes on", last(outputs, "text/plain") == "2", outputs)
        return estimate
    finally:
        kernel.close()


def plain(folder, magic):
    kernel = Kernel("java", folder)
    try:
        kernel.run(magic)
        status, outputs = kernel.run(f"Mist.estimate({DRAW})")
        check(
            f"a plain JJava kernel with {magic.split()[0]} shows a card",
            "mist-card" in last(outputs, "text/html"),
            outputs,
        )
        return last(outputs, "text/plain")
    finally:
        kernel.close()


def program(folder, jars):
    (folder / "Program.java").write_text(PROGRAM)
    paths = ":".join(str(j) for j in sorted(jars.glob("*.jar")) if "notebook" not in j.name)
    done = subprocess.run(
        ["java", "-cp", paths, "Program.java"], cwd=folder, capture_output=True, text=True
    )
    check("a plain Java program prints the number", "nats" in done.stdout, done)
    return done.stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--prefix", type=pathlib.Path, required=True, help="install.sh's prefix")
    parser.add_argument("--maven", help="the notebook artifact in Maven's local repository")
    options = parser.parse_args()
    jars = options.prefix.resolve() / "lib"
    # A background job ignores interrupts, and so would the kernels that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        answers = {ours(folder), plain(folder, f"%classpath {jars}/*.jar"), program(folder, jars)}
        if options.maven:
            answers.add(plain(folder, f"%maven {options.maven}"))
        check("all say the same", len(answers) == 1, answers)


if __name__ == "__main__":
    main()
