#!/bin/sh
# Resolves pyproject.toml anew into the lock files: every package with its version and hashes, for
# Python 3.11 and later on every system, and no address of where it was found.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
"$python" -m pip install --quiet uv

compile() {
    target=$1
    shift
    "$python" -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --constraints packaging/constraints.txt --upgrade \
        --output-file "$target" "$@"
}

compile packaging/requirements-build.txt --group build
compile packaging/requirements.txt --constraints packaging/requirements-build.txt pyproject.toml
compile packaging/requirements-dev.txt --constraints packaging/requirements-build.txt \
    --constraints packaging/requirements.txt pyproject.toml --group dev
