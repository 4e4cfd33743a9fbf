#!/usr/bin/env bash
# From a clean machine to a working notebook and command line. See --help.
set -euo pipefail

usage() {
  cat <<'HELP'
usage: ./install.sh [--prefix DIR] [--no-register] [--deep | --gpu] [--spark]
       ./install.sh [--prefix DIR] --uninstall

Builds mist4j and puts under DIR (default: ~/.mist4j)
  bin/mist4j        the command line
  bin/jupyter-lab   JupyterLab with the kernel "Java (mist4j)", the library preloaded
  notebooks/        the first notebook, executed, and its page
Needs a JDK 17 or newer, Maven 3.8 or newer, Python 3.9 or newer with venv. The network is used
while installing (Maven Central, PyPI), not afterwards. Running it again repairs what is missing
and rebuilds what has changed, else it changes nothing.

  --prefix DIR    install there
  --no-register   do not register the kernel for a Jupyter that you already have
  --deep          add the paper's own networks, neural critics (mine, smile, infonce and others) and the
                  matrix products they need (a 16 MB download)
  --gpu           the same, and training on an NVIDIA card (mist4j train --device gpu) by libtorch and
                  CUDA 12.6 (a 2.5 GB download, 10 GB on disk); Linux on x86-64, with NVIDIA's driver
                  525 or newer. It has not been run on a card.
  --spark         add an embedded Spark 3.5 to the notebook kernel, and mist in its SQL (a 160 MB
                  download)
  --uninstall     remove everything that an installation put under DIR and its registration
  --help          this text
HELP
}

# What pip installs. JupyterLab and nbclient have dropped Python 3.9.
readonly requirements='jjava==1.0a8
jupyterlab==4.6.6; python_version >= "3.10"
jupyterlab==4.5.11; python_version < "3.10"
nbclient==0.11.0; python_version >= "3.10"
nbclient==0.10.2; python_version < "3.10"
nbconvert==7.17.2'
readonly first_notebook=01-quick-check

fail() { # status, message
  printf 'install.sh: %s\n' "$2" >&2
  exit "$1"
}

# ---------------------------------------------------------------- options

prefix='' asked=no register=yes deep=no gpu=no spark=no uninstall=no
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -ge 2 ] || fail 2 '--prefix needs a folder'
      prefix=$2 asked=yes
      shift
      ;;
    --prefix=*) prefix=${1#--prefix=} asked=yes ;;
    --no-register) register=no ;;
    --deep) deep=yes ;;
    --gpu) deep=yes gpu=yes ;;
    --spark) spark=yes ;;
    --uninstall) uninstall=yes ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail 2 "unknown option '$1'"
      ;;
  esac
  shift
done
# The platform on which libtorch has been seen to load.
if [ $gpu = yes ] && [ "$(uname -sm)" != 'Linux x86_64' ]; then
  fail 2 "--gpu is for Linux on x86-64, this is $(uname -sm); --deep trains on the CPU"
fi
[ $asked = no ] || [ -n "$prefix" ] || fail 2 'the prefix must name a folder, was empty'
if [ -z "$prefix" ]; then
  [ -n "${HOME:-}" ] || fail 2 'HOME is not set: say where with --prefix DIR'
  prefix=$HOME/.mist4j
fi
# Without a language, programs take other letters than those of ASCII for unknown ones.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac
case $prefix in
  '~' | '~/'*) fail 2 "the prefix must not begin with ~, which stands for a folder only without quotes: $prefix" ;;
  *:*) fail 2 "the prefix must not contain ':' (it separates the jars of a classpath): $prefix" ;;
  /*) ;;
  *) prefix=$PWD/$prefix ;;
esac
if [ -d "$prefix" ]; then prefix=$(cd "$prefix" && pwd -P); fi
# The programs of Python's environment begin with the path of their Python, between double quotes
# where it has a space: a shell would carry out what stands in it.
case $prefix in
  *[\"\'\`\$\\*?[]* | *[[:cntrl:]]*)
    fail 2 "the prefix must not contain quotes, \$, \`, \\, *, ?, [ or control characters: $(printf '%s' "$prefix" | tr -d '[:cntrl:]')"
    ;;
esac
[ "$prefix" != / ] || fail 2 'the prefix must not be the root folder'
state=$prefix/.mist4j # what marks the prefix as ours, and the stamps of finished steps
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
readonly source_dir

# ---------------------------------------------------------------- --uninstall

remove() { # a path that install.sh made
  if [ -e "$1" ] || [ -L "$1" ]; then
    rm -rf "$1"
    echo "removed $1"
  fi
}

remove_written() { # a file that install.sh wrote, unless somebody has put another there
  if grep -qsF 'written by install.sh' "$1"; then remove "$1"; fi
}

remove_if_empty() {
  if [ -d "$1" ] && rmdir "$1" 2>/dev/null; then echo "removed $1"; fi
}

if [ $uninstall = yes ]; then
  [ -e "$prefix" ] || fail 2 "nothing is installed in $prefix"
  [ -f "$state/prefix" ] || fail 2 "$prefix was not made by install.sh: nothing removed"
  if [ -f "$state/registered" ]; then
    spec=$(cat "$state/registered")
    # Another installation may have registered itself since.
    if grep -qsF "\"$prefix/" "$spec/kernel.json"; then remove "$spec/kernel.json"; fi
    remove_if_empty "$spec"
    # Folders that were made for it, innermost first.
    if [ -f "$state/registered-folders" ]; then
      while IFS= read -r folder; do remove_if_empty "$folder"; done <"$state/registered-folders"
    fi
  fi
  remove_written "$prefix/bin/mist4j"
  remove_written "$prefix/bin/jupyter-lab"
  # What was executed, but for what somebody has changed since.
  for file in "$first_notebook.ipynb" "$first_notebook.html"; do
    copy=$state/executed/$file
    if [ ! -f "$copy" ] || cmp -s "$copy" "$prefix/notebooks/$file"; then
      remove "$prefix/notebooks/$file"
    fi
  done
  remove "$prefix/venv"
  # The tutorials, but for those that somebody has changed.
  for file in "$state"/tutorials/*.ipynb "$state"/tutorials/data/*; do
    copy=$prefix/${file#"$state/"}
    if [ -f "$file" ] && cmp -s "$file" "$copy"; then rm -f "$copy"; fi
  done
  remove_if_empty "$prefix/tutorials/data"
  remove_if_empty "$prefix/tutorials"
  if [ -f "$state/jars" ]; then
    while IFS= read -r jar; do rm -f "$prefix/lib/$jar"; done <"$state/jars"
    rm -f "$prefix/lib/mist4j.jsa"
  fi
  remove_if_empty "$prefix/lib/spark"
  rm -rf "$prefix/lib.new"
  for folder in bin notebooks lib; do remove_if_empty "$prefix/$folder"; done
  remove "$state"
  remove_if_empty "$prefix"
  if [ -e "$prefix" ]; then
    echo "kept $prefix, for what install.sh did not make:"
    ls -A "$prefix"
  fi
  echo "Kept as well: Maven's and pip's own download caches."
  exit 0
fi

if [ -e "$prefix" ] && [ ! -f "$state/prefix" ]; then
  [ -d "$prefix" ] || fail 2 "$prefix is a file"
  [ -z "$(ls -A "$prefix")" ] || fail 2 "$prefix is not empty and was not made by install.sh"
fi

# ---------------------------------------------------------------- what must be there

# Java as the shell has it; JAVA_HOME first, as Maven does.
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
else
  java=$(command -v java || true)
fi

at_least() { # 3.10.2 3.9: is the first version not before the second?
  local a b
  IFS=. read -r -a a <<<"${1%%[!0-9.]*}"
  IFS=. read -r -a b <<<"$2"
  local i
  for i in 0 1; do
    if [ "${a[i]:-0}" -ne "${b[i]:-0}" ]; then
      [ "${a[i]:-0}" -gt "${b[i]:-0}" ]
      return
    fi
  done
}

hint() { # java | maven | python
  local manager
  for manager in apt-get dnf pacman zypper brew; do
    command -v $manager >/dev/null 2>&1 || continue
    case $manager-$1 in
      apt-get-java) echo 'sudo apt-get install openjdk-17-jdk-headless' ;;
      apt-get-maven) echo 'sudo apt-get install maven' ;;
      apt-get-python) echo 'sudo apt-get install python3-venv' ;;
      dnf-java) echo 'sudo dnf install java-21-openjdk-devel' ;;
      dnf-maven) echo 'sudo dnf install maven' ;;
      dnf-python) echo 'sudo dnf install python3' ;;
      pacman-java) echo 'sudo pacman -S jdk17-openjdk' ;;
      pacman-maven) echo 'sudo pacman -S maven' ;;
      pacman-python) echo 'sudo pacman -S python' ;;
      zypper-java) echo 'sudo zypper install java-17-openjdk-devel' ;;
      zypper-maven) echo 'sudo zypper install maven' ;;
      zypper-python) echo 'sudo zypper install python3' ;;
      brew-java) echo 'brew install openjdk@17' ;;
      brew-maven) echo 'brew install maven' ;;
      brew-python) echo 'brew install python' ;;
    esac
    return
  done
  case $1 in
    java) echo 'a JDK from https://adoptium.net' ;;
    maven) echo 'https://maven.apache.org/install.html' ;;
    python) echo 'https://www.python.org/downloads' ;;
  esac
}

missing=''
lacks() { # tool, what is wrong
  missing="$missing
  $2
      $(hint "$1")"
}

java_home='' java_version='' java_build=''
if [ -z "$java" ]; then
  lacks java 'Java 17 or newer (a JDK): there is no java on the PATH, and no JAVA_HOME'
else
  properties=$("$java" -XshowSettings:properties -version 2>&1 || true)
  property() { printf '%s\n' "$properties" | sed -n "s/^ *$1 = //p" | head -n 1; }
  java_home=$(property 'java\.home')
  java_version=$(property 'java\.specification\.version')
  java_build=$(property 'java\.vm\.version')
  if [ -z "$java_home" ] || ! at_least "$java_version" 17; then
    lacks java "Java 17 or newer: $java is version ${java_version:-unknown}"
  elif [ ! -x "$java_home/bin/javac" ]; then
    lacks java "a JDK, not only a Java runtime: $java_home has no javac"
  else
    java=$java_home/bin/java
    export JAVA_HOME=$java_home
  fi
fi

if ! command -v mvn >/dev/null 2>&1; then
  lacks maven 'Maven 3.8 or newer: there is no mvn on the PATH'
elif [ -n "$java_home" ]; then
  # Outside the source folder, whose .mvn/jvm.config an old Java would refuse.
  maven_version=$( (cd / && mvn --batch-mode --version 2>/dev/null) | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  at_least "${maven_version:-0}" 3.8 || lacks maven "Maven 3.8 or newer: mvn is version ${maven_version:-unknown}"
fi

# A Python of the caller's must not leak into ours.
unset PYTHONHOME PYTHONPATH
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
scratch=$(mktemp -d "${TMPDIR:-/tmp}/mist4j-install.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'echo; echo "install.sh: interrupted; running it again goes on from here" >&2; exit 1' INT TERM HUP
python_version=''
if ! command -v python3 >/dev/null 2>&1; then
  lacks python 'Python 3.9 or newer: there is no python3 on the PATH'
else
  python_version=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null || true)
  if ! at_least "${python_version:-0}" 3.9; then
    lacks python "Python 3.9 or newer: python3 is version ${python_version:-unknown}"
  elif ! python3 -c 'import ensurepip' >/dev/null 2>&1 \
    || ! python3 -m venv --without-pip "$scratch/venv" >/dev/null 2>&1; then
    lacks python "Python's venv with pip: 'python3 -m venv' does not work"
  fi
fi

[ -z "$missing" ] || fail 2 "this is missing, with the usual command that brings it:$missing"

# ---------------------------------------------------------------- steps

log=$scratch/log
step() { # title, function: runs it, says how long it took, shows its log where it fails
  local start=$SECONDS
  printf '%-46s' "$1"
  # Not in an "if": bash would go on after errors in the function.
  set +e
  (
    set -e
    "$2"
  ) >"$log" 2>&1
  local status=$?
  set -e
  if [ $status -ne 0 ]; then
    echo 'failed'
    tail -n 40 "$log" >&2
    fail 1 "this failed: $1. Running it again goes on from here."
  fi
  printf '%3d s\n' $((SECONDS - start))
}

digest() { # of files and folders, names and contents
  python3 - "$@" <<'PY'
import hashlib, os, sys
files = []
for top in sys.argv[1:]:
    if os.path.isfile(top):
        files.append(top)
    for folder, folders, names in os.walk(top):
        folders[:] = [f for f in folders if f not in ("target", "test", ".ipynb_checkpoints", "__pycache__")]
        files += [os.path.join(folder, name) for name in names]
digest = hashlib.sha256()
for name in sorted(files):
    with open(name, "rb") as file:
        digest.update(name.encode() + b"\0" + hashlib.sha256(file.read()).digest())
print(digest.hexdigest())
PY
}

stamped() { [ "$(cat "$state/$1" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$state/$1"; }

put() { # file: standard input becomes its content, and nothing is touched where it already is
  cat >"$scratch/put"
  cmp -s "$scratch/put" "$1" && return
  mkdir -p "$(dirname "$1")"
  cp "$scratch/put" "$1.new"
  mv -f "$1.new" "$1"
  changed=yes
}

# Newer Javas print warnings about what some libraries do, into cells and terminals, unless told
# that we know; older ones do not know these options, and later ones may not any more.
quiet=''
if at_least "$java_version" 22; then
  for option in --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow; do
    if "$java" "$option" -version >/dev/null 2>&1; then quiet="$quiet $option"; fi
  done
fi

# What libtorch holds in memory is not Java's to count against its heap.
[ $gpu = no ] || quiet="$quiet -Dorg.bytedeco.javacpp.maxPhysicalBytes=0"

changed=no
mkdir -p "$prefix"
prefix=$(cd "$prefix" && pwd -P)
state=$prefix/.mist4j
mkdir -p "$state"
[ -f "$state/prefix" ] || printf '%s\n' "$prefix" >"$state/prefix"

modules=kernel-ext profiles=runtime
[ $deep = no ] || modules=$modules,lib/deep
[ $gpu = no ] || modules=$modules,lib/gpu profiles=$profiles,gpu
[ $spark = no ] || modules=$modules,lib/spark profiles=$profiles,spark
cd "$source_dir"
library_stamp="$(digest pom.xml .mvn lib kernel-ext) deep $deep gpu $gpu"
[ $spark = no ] || library_stamp="$library_stamp spark"
classes_stamp="$library_stamp java $java $java_build$quiet"
venv_stamp="python $python_version $requirements"
page_stamp="$library_stamp $venv_stamp $(digest notebooks)"

build_library() {
  # In a copy: the clone stays as it is, and its own builds keep their checks.
  mkdir "$scratch/source"
  tar -cf - --exclude target pom.xml .mvn lib kernel-ext | tar -xf - -C "$scratch/source"
  cd "$scratch/source"
  local options=()
  [ $modules = kernel-ext ] || options=("-P$profiles")
  mvn -B -q -Dquick -Dmaven.test.skip=true -pl "$modules" -am \
    ${options[@]+"${options[@]}"} package </dev/null
  local jars=$prefix/lib.new
  rm -rf "$jars"
  mkdir "$jars"
  cp kernel-ext/target/runtime/*.jar kernel-ext/target/mist4j-notebook-*.jar "$jars"
  [ $deep = no ] || cp lib/deep/target/runtime/*.jar lib/deep/target/mist4j-deep-*.jar "$jars"
  # Moved: they are large.
  [ $gpu = no ] || mv -f lib/gpu/target/runtime/*.jar lib/gpu/target/mist4j-gpu-*.jar "$jars"
  local jar
  if [ $spark = yes ]; then
    # In a folder of their own, which the command line does not read.
    mkdir "$jars/spark"
    mv -f lib/spark/target/runtime/*.jar lib/spark/target/mist4j-spark-*.jar "$jars/spark"
    for jar in "$jars"/*.jar; do rm -f "$jars/spark/${jar##*/}"; done
  fi
  # Jars of others stay: what is ours is in a list, kept before it is there.
  mkdir -p "$prefix/lib"
  if [ -f "$state/jars" ]; then
    while IFS= read -r jar; do rm -f "$prefix/lib/$jar"; done <"$state/jars"
  fi
  (cd "$jars" && find . -type f | sed 's,^\./,,' | sort) >"$state/jars"
  [ $spark = no ] || mkdir -p "$prefix/lib/spark"
  while IFS= read -r jar; do mv -f "$jars/$jar" "$prefix/lib/$jar"; done <"$state/jars"
  remove_if_empty "$prefix/lib/spark"
  rm -rf "$jars"
  # For Shift-Tab in a notebook, which reads javadoc from them.
  rm -rf "$state/sources"
  mkdir "$state/sources"
  local folder
  for folder in lib/core lib/train lib/judge lib/app $([ $deep = no ] || echo lib/deep) \
    $([ $spark = no ] || echo lib/spark); do
    (cd "$folder/src/main/java" && tar -cf - io) | tar -xf - -C "$state/sources"
  done
  rm -rf "$scratch/source"
}

make_environment() {
  rm -rf "$prefix/venv"
  python3 -m venv "$prefix/venv"
  printf '%s\n' "$requirements" >"$scratch/requirements.txt"
  "$prefix/venv/bin/python" -m pip install --quiet --upgrade pip setuptools </dev/null
  "$prefix/venv/bin/python" -m pip install --quiet -r "$scratch/requirements.txt" </dev/null
}

# The archive of loaded classes that lets the command line start at once. (Java 17 archives little
# where the prefix has a space in it: the command line then starts half a second later.)
archive_classes() {
  local i
  echo 'a,b' >"$scratch/columns.csv"
  for i in $(seq 1 40); do echo "$((i * 7 % 41)).5,$((i * 11 % 37))" >>"$scratch/columns.csv"; done
  # shellcheck disable=SC2086 # options, one word each; the same as the launcher's
  env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS -u _JAVA_OPTIONS \
    "$java" -XX:ArchiveClassesAtExit="$prefix/lib/mist4j.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    $quiet -Djava.awt.headless=true -cp "$(classpath)" io.github.mist4j.cli.Mist4j \
    estimate "$scratch/columns.csv" --x a --y b --format json
}

classpath() { # every jar, in an order that stays
  local jar paths=''
  for jar in "$prefix"/lib/*.jar; do paths=$paths:$jar; done
  printf '%s' "${paths#:}"
}

execute_first_notebook() {
  mkdir -p "$prefix/notebooks"
  # Jupyter's own traces (history, runtime files) go where this script cleans up.
  JUPYTER_PREFER_ENV_PATH=1 JUPYTER_CONFIG_DIR=$scratch/config JUPYTER_DATA_DIR=$scratch/data \
    JUPYTER_RUNTIME_DIR=$scratch/runtime IPYTHONDIR=$scratch/ipython \
    "$prefix/venv/bin/python" notebooks/execute.py --out "$prefix/notebooks" \
    "notebooks/$first_notebook.ipynb" </dev/null
  mkdir -p "$state/executed"
  cp "$prefix/notebooks/$first_notebook".{ipynb,html} "$state/executed"
  sed -n 's/^estimate: //p' "$log" | head -n 1 >"$state/estimate"
  [ -s "$state/estimate" ] || {
    echo "the notebook shows no estimate"
    exit 1
  }
}

# Copies to work in, so that running them leaves the source as it is. One that somebody has changed
# stays; what it was copied from is kept, to tell.
copy_tutorials() {
  local file copy
  mkdir -p "$prefix/tutorials/data" "$state/tutorials/data"
  for file in notebooks/*.ipynb notebooks/data/*; do
    copy=tutorials/${file#notebooks/}
    if [ ! -e "$prefix/$copy" ] || cmp -s "$prefix/$copy" "$state/$copy"; then
      cp "$file" "$prefix/$copy"
      cp "$file" "$state/$copy"
    fi
  done
}

echo "mist4j into $prefix (Java $java_version, Maven $maven_version, Python $python_version)"

if ! stamped library "$library_stamp" || [ ! -d "$prefix/lib" ]; then
  changed=yes
  title='building the library'
  [ $deep = no ] || title="building the library, with the paper's networks"
  [ $gpu = no ] || title='building the library, with libtorch'
  [ $spark = no ] || title="${title/library/library and Spark}"
  rm -f "$state/library" "$state/classes"
  step "$title" build_library
  stamp library "$library_stamp"
fi

if ! stamped venv "$venv_stamp" || [ ! -x "$prefix/venv/bin/python" ]; then
  changed=yes
  rm -f "$state/venv"
  step 'making the notebook environment' make_environment
  stamp venv "$venv_stamp"
fi

copy_tutorials

# ---- the kernel, in the environment and for the user

spec_dir=$prefix/venv/share/jupyter/kernels/mist4j
opens='' kernel_jars="$prefix/lib/*.jar"
if [ $spark = yes ]; then
  opens=$(grep '^--' lib/spark/opens.args)
  # Of what both have, ours comes first: it is newer, and Tablesaw needs it.
  kernel_jars="$kernel_jars:$prefix/lib/spark/*.jar"
fi
kernel_json=$(
  # shellcheck disable=SC2086 # options, one word each
  python3 - "$prefix" "$java" "$java_home" "$kernel_jars" $quiet $opens <<'PY'
import json, sys
prefix, java, home, jars, *options = sys.argv[1:]
print(json.dumps({
    "argv": [
        java,
        # Without JJava's launcher, and with this door open, the extension handles interrupts
        # itself: an interrupted training ends its cell with the best model so far.
        "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED",
        *options,
        "-Djava.awt.headless=true",
        # What is refused is said in a cell by its sentence, without a trace.
        "-Dmist4j.sentences=true",
        "-jar", prefix + "/venv/share/jupyter/kernels/java/jjava.jar",
        "{connection_file}",
    ],
    "display_name": "Java (mist4j)",
    "language": "java",
    "interrupt_mode": "signal",
    "env": {
        "JAVA_HOME": home,
        "JJAVA_CLASSPATH": jars,
        "MIST4J_INTERRUPT": "signal",
        "MIST4J_SOURCES": prefix + "/.mist4j/sources",
    },
    "metadata": {},
}, indent=2, ensure_ascii=False))
PY
)
put "$spec_dir/kernel.json" <<<"$kernel_json"

if [ $register = yes ]; then
  user_spec=$("$prefix/venv/bin/python" -c 'from jupyter_core.paths import jupyter_data_dir; print(jupyter_data_dir())')/kernels/mist4j
  other=$(sed -n 's/.*"JJAVA_CLASSPATH": "\(.*\)\/lib.*/\1/p' "$user_spec/kernel.json" 2>/dev/null || true)
  if [ -n "$other" ] && [ "$other" != "$prefix" ]; then
    echo "the kernel registered for $other is replaced"
  fi
  # Remember which folders are new, so that --uninstall leaves none behind.
  if [ ! -f "$state/registered" ]; then
    folder=$(dirname "$user_spec")
    while [ ! -d "$folder" ]; do
      printf '%s\n' "$folder" >>"$state/registered-folders"
      folder=$(dirname "$folder")
    done
    printf '%s\n' "$user_spec" >"$state/registered"
  fi
  put "$user_spec/kernel.json" <<<"$kernel_json"
fi

# ---- the command line

quoted() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }
put "$prefix/bin/mist4j" <<LAUNCHER
#!/bin/sh
# The mist4j command line; written by install.sh.
java=$(quoted "$java")
if [ ! -x "\$java" ]; then java=java; fi
# The best compiler pays where work is long; one estimate is done before it has warmed up.
case "\${1-} \$*" in
  train\ * | generate\ * | evaluate\ * | benchmark\ * | reproduce\ * | select\ * | recipe\ * | *--permutations* | *[\ =]mine* | \
    *[\ =]dv* | *nwj* | *[\ =]smile* | *[\ =]infonce* | *[\ =]ba:* | *[\ =]ba\ * | *[\ =]ba) options= ;;
  *) options='-XX:TieredStopAtLevel=1' ;;
esac
# Names in other letters than those of ASCII are lost without a language.
case "\${LC_ALL:-\${LC_CTYPE:-\${LANG:-}}}" in
  '' | C | POSIX) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
# Java refuses two collectors at once.
case "\${JAVA_TOOL_OPTIONS-} \${JDK_JAVA_OPTIONS-} \${_JAVA_OPTIONS-}" in
  *-XX:+Use*GC*) collector= ;;
  *) collector=-XX:+UseSerialGC ;;
esac
# Without the archive of loaded classes, or with another Java's, it only starts more slowly.
exec "\$java" -Xlog:disable -Xshare:auto \\
  -XX:SharedArchiveFile=$(quoted "$prefix/lib/mist4j.jsa") \\
  \$collector \$options$quiet -Djava.awt.headless=true \\
  -cp $(quoted "$(classpath)") io.github.mist4j.cli.Mist4j "\$@"
LAUNCHER
put "$prefix/bin/jupyter-lab" <<LAUNCHER
#!/bin/sh
# JupyterLab with the kernel "Java (mist4j)"; written by install.sh.
# The kernel does not find itself in a folder of other letters than those of ASCII without a language.
case "\${LC_ALL:-\${LC_CTYPE:-\${LANG:-}}}" in
  '' | C | POSIX) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
exec $(quoted "$prefix/venv/bin/jupyter-lab") "\$@"
LAUNCHER
chmod +x "$prefix/bin/mist4j" "$prefix/bin/jupyter-lab"

if ! stamped classes "$classes_stamp" || [ ! -f "$prefix/lib/mist4j.jsa" ]; then
  changed=yes
  step 'preparing the command line' archive_classes
  stamp classes "$classes_stamp"
fi

if ! stamped page "$page_stamp" || [ ! -f "$prefix/notebooks/$first_notebook.html" ] \
  || [ ! -f "$state/estimate" ]; then
  changed=yes
  rm -f "$state/page"
  step 'running the first notebook' execute_first_notebook
  stamp page "$page_stamp"
fi

# ---------------------------------------------------------------- the result

[ $changed = yes ] || echo 'everything is in place; nothing changed'
[ $gpu = no ] || echo 'mist4j train --device gpu trains on an NVIDIA card. It has not been run on one.'
cat <<RESULT

The first notebook's estimate:
  $(cat "$state/estimate")
Its page:
  $prefix/notebooks/$first_notebook.html
JupyterLab, with the tutorials (copies, to work in):
  $prefix/bin/jupyter-lab $prefix/tutorials
The command line:
  $prefix/bin/mist4j --help
RESULT
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *)
    echo 'To type mist4j alone, in bash or zsh (add the line to ~/.bashrc or ~/.zshrc to keep it):'
    printf '  export PATH=%s:"$PATH"\n' "$(quoted "$prefix/bin")"
    ;;
esac
echo 'Its names are completed after: source <(mist4j generate-completion)'
echo 'To run all tests (about seven minutes on two cores): mvn -B verify'
if [ $register = yes ]; then
  echo 'A Jupyter that you already have lists the kernel as "Java (mist4j)".'
fi
