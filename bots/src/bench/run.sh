#!/usr/bin/env bash
# Holds the swarm against a C client that does nothing but send and wait, on the same C server:
# interleaved, so that whatever else the machine does meets both; ratios, for absolute figures say
# more of the machine. Needs gcc.
#   bots/src/bench/run.sh [ROUNDS [SECONDS]]        3 rounds of 5 seconds each by default
#   WARMUP=10s bots/src/bench/run.sh                a longer warm-up of the swarm, on a busy machine
#   SWARM=PROGRAM bots/src/bench/run.sh             another swarm than the one of this checkout
set -euo pipefail
bench=$(cd "$(dirname "$0")" && pwd)
swarm=${SWARM:-$bench/../../../bin/swarm}
rounds=${1:-3}
seconds=${2:-5}
warmup=${WARMUP:-5s}
work=$(mktemp -d)
server=

finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

command -v gcc >/dev/null || { echo "gcc is missing"; exit 3; }
gcc -O2 -Wall -o "$work/server" "$bench/echo-server.c"
gcc -O2 -Wall -o "$work/client" "$bench/echo-client.c"

# serve [all]: a fresh server for each measurement, its port in $port.
serve() {
  rm -f "$work/port"
  "$work/server" "$@" >"$work/port" &
  server=$!
  for _ in $(seq 100); do
    [ -s "$work/port" ] && break
    sleep 0.05
  done
  port=$(cat "$work/port")
}

stop() {
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}

# number NAME: a number of the swarm's JSON, by a name that is unique in it.
number() {
  sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p" "$work/json" | head -n 1
}

# Each prints: perSecond cpuPercent cpuMicrosEach p50us
c_client() {
  "$work/client" "$port" "$@" 2>/dev/null | awk '{ print $1, $2, $3, $4 }'
}

swarm_client() {
  "$swarm" --quiet --port "$port" --seed 1 --warmup "$warmup" --json "$work/json" "$@" >"$work/out" || {
    cat "$work/out" >&2
    return 0
  }
  local each cpu p50
  each=$(number perSecond)
  cpu=$(number cpuPercent)
  p50=$(sed -n 's/.*"responseMillis": {[^}]*"p50": \([0-9.]*\).*/\1/p' "$work/json")
  awk -v each="$each" -v cpu="$cpu" -v p50="$p50" \
    'BEGIN { printf "%.0f %.1f %.3f %.1f\n", each, cpu, 1e4 * cpu / each, 1000 * p50 }'
}

# Keeps a line of figures of one contestant for the table at the end.
keep() {
  local what=$1 who=$2 figures
  figures=$(cat)
  echo "$what $who $figures" >>"$work/all"
  printf '%-18s %-6s %s\n' "$what" "$who" "$figures"
}

echo "what               who    perSecond cpuPercent cpuMicrosEach p50Micros"
for _ in $(seq "$rounds"); do
  for clients in 10 1000 10000; do
    serve; c_client "$clients" "$seconds" | keep "closed-$clients" c; stop
    serve
    swarm_client --spec "$bench/crowd-mover.yaml" --clients "$clients" --think closed \
      --duration "${seconds}s" | keep "closed-$clients" swarm
    stop
  done
  serve; c_client 10000 "$seconds" 1 | keep open-10000x1 c; stop
  serve
  swarm_client --spec "$bench/crowd-mover.yaml" --clients 10000 --rate 1 \
    --duration "${seconds}s" | keep open-10000x1 swarm
  stop
done

# median WHAT WHO COLUMN
median() {
  awk -v what="$1" -v who="$2" -v column="$3" '$1 == what && $2 == who { print $column }' "$work/all" |
    sort -n | awk '{ all[NR] = $1 } END { print NR ? all[int((NR + 1) / 2)] : 0 }'
}

# ratio WHAT COLUMN: the swarm's median of that column, of C's.
ratio() {
  awk -v s="$(median "$1" swarm "$2")" -v c="$(median "$1" c "$2")" \
    'BEGIN { printf "%.2f", (c > 0 ? s / c : 0) }'
}

echo
echo "medians of $rounds rounds; the swarm's of C's:"
for what in closed-10 closed-1000 closed-10000; do
  printf '%-18s %sx the round trips, %sx the CPU for each\n' "$what" "$(ratio $what 3)" "$(ratio $what 5)"
done
awk -v s="$(median open-10000x1 swarm 4)" -v c="$(median open-10000x1 c 4)" \
  -v sp="$(median open-10000x1 swarm 6)" -v cp="$(median open-10000x1 c 6)" \
  -v rate="$(median open-10000x1 swarm 3)" \
  'BEGIN { printf "%-18s %.0f/s answered of 10000 asked, %.1f %% of a core beside %.1f %%, median %.0f us beside %.0f us\n",
           "open-10000x1", rate, s, c, sp, cp }'
