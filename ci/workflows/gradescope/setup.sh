#!/usr/bin/env bash
# Run by Gradescope once, when it builds the image of an autograder. Zip this file and run_autograder together with a
# checkout of Simul in a folder named simul, and upload that.
set -euo pipefail
root=${AUTOGRADER_ROOT:-/autograder}

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends openjdk-17-jdk-headless maven bubblewrap p7zip-full \
  g++ make cmake g++-mingw-w64-x86-64-posix wine wine64
rm -rf /var/lib/apt/lists/*

# Built here, so that no submission waits for it.
"$root/source/simul/bin/simul" --version
