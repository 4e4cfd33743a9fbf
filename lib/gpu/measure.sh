#!/usr/bin/env bash
# The figures of docs/gpu.md, on a machine with an NVIDIA card:
#
#   ./install.sh --gpu --prefix PREFIX --no-register
#   lib/gpu/measure.sh PREFIX [MINUTES] | tee gpu-figures.txt
#
# The golden file on the card; steps a second at 32, 128 and 256 datasets, beside PyTorch where
# python3 (or $PYTHON) has a torch that sees the card; the memory in use; trainings of MINUTES (60)
# on the card and on the processor, with the error of both on the same held-out datasets.
# Ends with 1 and a sentence where there is no card.
set -euo pipefail

prefix=${1:?usage: lib/gpu/measure.sh PREFIX [MINUTES]}
minutes=${2:-60}
python=${PYTHON:-python3}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ -x "$prefix/bin/mist4j" ] || { echo "there is no installation in $prefix" >&2; exit 1; }

section() { printf '\n== %s\n' "$1"; }

out=$(mktemp -d "${TMPDIR:-/tmp}/mist4j-gpu.XXXXXX")
trap 'rm -rf "$out"' EXIT

mvn -B -q -Dquick -Pgpu -DskipTests -pl lib/gpu -am test-compile </dev/null
measure() {
  java -Xmx8g -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 \
    -cp "lib/gpu/target/test-classes:$prefix/lib/*" io.github.mist4j.deep.Measure "$@"
}

section 'the machine'
uname -srm
grep -m 1 'model name' /proc/cpuinfo || true
nvidia-smi --query-gpu=name,driver_version,memory.total,compute_cap --format=csv 2>/dev/null || echo 'no nvidia-smi'

section 'drawing datasets'
measure draws 50000

section 'the processor, one thread, 32 datasets'
for round in 1 2; do
  echo "round $round"
  for engine in java libtorch; do OPENBLAS_NUM_THREADS=1 measure steps $engine 32 3; done
  "$python" lib/gpu/src/test/measure/steps.py cpu 32 3 || echo 'no PyTorch'
done

section 'the golden file on the card'
measure golden gpu || { echo 'the figures below need a card: not measured'; exit 1; }

section 'steps on the card, beside PyTorch'
memory_of() { # a command: its output, and the most memory the card had in use meanwhile
  "$@" &
  local pid=$! most=0 used
  while kill -0 $pid 2>/dev/null; do
    used=$(nvidia-smi --query-gpu=memory.used --format=csv,noheader,nounits | head -n 1)
    [ "${used:-0}" -le $most ] || most=$used
    sleep 0.2
  done
  wait $pid && echo "  $most MiB in use at most"
}
for batch in 32 128 256; do
  memory_of measure steps gpu $batch 20
  memory_of "$python" lib/gpu/src/test/measure/steps.py cuda $batch 20 || echo 'no PyTorch with a card'
  memory_of measure mixed gpu $batch 20
done

section "trainings of $minutes minutes"
for device in gpu cpu; do
  echo "-- $device"
  "$prefix/bin/mist4j" train --preset mist-5.5m --device $device --minutes "$minutes" --cosine \
    --out "$out/$device.mist"
done
