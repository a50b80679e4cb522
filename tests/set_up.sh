# What samples/run, tests/run and their parts share: packages and builds. Sourced by bash with the project's folder in $root.
# shellcheck shell=bash disable=SC2034,SC2154

packages_to_build="g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev libutf8proc-dev
    libtomlplusplus-dev nettle-dev libpugixml-dev zlib1g-dev nlohmann-json3-dev libdtl-dev libboost-program-options-dev libjemalloc-dev
    doctest-dev"
packages_to_test="python3"
packages_to_browse="chromium"
packages_to_read_docx="pandoc libreoffice-writer-nogui python3-uno"
packages_to_fuzz="clang libclang-rt-14-dev"
packages_to_bench="libbenchmark-dev"

# Installs the named Debian packages that are missing; says what it does and asks for root only then.
need_packages() {
    command -v dpkg-query > /dev/null || {
        echo "This is no Debian: make sure that these packages are there under their names here: $*"
        return 0
    }
    local missing="" package
    for package in "$@"; do
        # By name and not in one query: a virtual or unknown name must not hide the others.
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || {
            echo "Missing packages:$missing" >&2
            echo "Install them as root, then run this again: apt-get update && apt-get install$missing" >&2
            return 2
        }
        as_root="sudo"
    fi
    echo "Installing${as_root:+ (with sudo)}:$missing"
    # The environment is set behind sudo, which drops ours.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update < /dev/null
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing \
        < /dev/null > "${TMPDIR:-/tmp}/stet-packages.$$.log" 2>&1 || {
        tail -n 20 "${TMPDIR:-/tmp}/stet-packages.$$.log" >&2
        return 2
    }
    rm -f "${TMPDIR:-/tmp}/stet-packages.$$.log"
}

# build_in FOLDER "OPTIONS" TARGET…: configures once, then builds what has changed. Quiet unless it fails.
build_in() {
    local folder="$root/$1" options="$2"
    shift 2
    if [ ! -f "$folder/build.ninja" ]; then
        echo "Configuring ${folder#"$root"/}"
        if command -v ccache > /dev/null; then options="$options -DCMAKE_CXX_COMPILER_LAUNCHER=ccache"; fi
        # shellcheck disable=SC2086
        cmake -S "$root" -B "$folder" -G Ninja $options > "$folder.log" 2>&1 || {
            cat "$folder.log" >&2
            rm -f "$folder/build.ninja"
            return 1
        }
        rm -f "$folder.log"
    fi
    echo "Building ${folder#"$root"/}: $*"
    cmake --build "$folder" --target "$@" > "$folder/build.log" 2>&1 || {
        grep -v '^\[[0-9]*/[0-9]*\]' "$folder/build.log" | tail -n 60 >&2
        echo "The build failed; all of it is in ${folder#"$root"/}/build.log" >&2
        return 1
    }
}

build_release() { build_in build "-DCMAKE_BUILD_TYPE=Release" "$@"; }
build_sanitized() { build_in build-sanitized "-DSTET_DEVELOPER=ON" "$@"; }

# The benchmarks stand beside the program, in its folder.
build_benchmarks() {
    build_release stet-program && cmake -S "$root" -B "$root/build" -DSTET_BENCH=ON > /dev/null && build_release stet-bench
}
