#!/usr/bin/env bash
# What a second worker brings by the clock, and what the queue costs.
#   bench/fleet.sh [COUNT [ROUNDS]]
# COUNT reports (3,000) of some 270 words with 16 claims each, ROUNDS times (2) each way, the fastest counts. RabbitMQ and PostgreSQL are started for it in a temporary folder,
# on free ports of loopback, and ended by their ids. Needs a machine with two cores and nothing else to do; with a load it says so.
set -eu
count=${1:-3000} rounds=${2:-2}
here=$(cd "$(dirname "$0")/.." && pwd)
home=$(mktemp -d)
pg=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
hz=$(getconf CLK_TCK)
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
sql=$(port) amqp=$(port) names=$(port) between=$(port)
server=postgres://postgres@127.0.0.1:$sql queue=amqp://guest:guest@127.0.0.1:$amqp/
owner() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/sh -c "$1"; else sh -c "$1"; fi; }
epmd_id= broker_id=
end() {
    [ -z "$broker_id" ] || kill "$broker_id" || true
    [ -z "$epmd_id" ] || { sleep 1; kill "$epmd_id"; } || true
    owner "$pg/pg_ctl -D $home/pg/data -m immediate stop" || true
    rm -rf "$home"
}
trap 'end > /dev/null 2>&1' EXIT

mkdir "$home/pg" "$home/mq"
chmod 755 "$home"; [ "$(id -u)" != 0 ] || chown postgres "$home/pg"
owner "$pg/initdb -D $home/pg/data -A trust -U postgres -E UTF8 --locale=C" > /dev/null
# As installed, but for the memory that a server is given.
owner "$pg/pg_ctl -D $home/pg/data -o '-p $sql -k $home/pg -c listen_addresses=127.0.0.1 -c shared_buffers=256MB -c max_wal_size=4GB' -l $home/pg/log -w start" > /dev/null
echo '[].' > "$home/mq/plugins"; : > "$home/mq/rabbitmq.conf"
export ERL_EPMD_PORT=$names ERL_EPMD_ADDRESS=127.0.0.1
epmd -port "$names" -address 127.0.0.1 & epmd_id=$!
env HOME="$home/mq" RABBITMQ_NODENAME="bench$amqp@localhost" RABBITMQ_NODE_PORT="$amqp" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT="$between" RABBITMQ_MNESIA_BASE="$home/mq/data" \
    RABBITMQ_LOG_BASE="$home/mq/log" RABBITMQ_LOGS="$home/mq/rabbit.log" RABBITMQ_PID_FILE="$home/mq/pid" RABBITMQ_ENABLED_PLUGINS_FILE="$home/mq/plugins" RABBITMQ_CONFIG_FILE="$home/mq/rabbitmq.conf" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+sbwt none +sbwtdcpu none +sbwtdio none" /usr/lib/rabbitmq/bin/rabbitmq-server > "$home/mq/out" 2>&1 &
until broker_id=$(cat "$home/mq/pid" 2> /dev/null) && (exec 3<> "/dev/tcp/127.0.0.1/$amqp") 2> /dev/null; do sleep 0.5; done; sleep 3
postgres_id=$(head -1 "$home/pg/data/postmaster.pid")

# The program as its users have it, compiled ahead of time.
"$here/entente" --version > /dev/null; export ENTENTE_BUILD=never
program="$here/entente"
dotnet build "$here/bench/Entente.Benchmarks" -c Release -v q -nologo -p:RunAnalyzers=false > /dev/null
input=$home/reports.jsonl
dotnet "$here/bench/Entente.Benchmarks/bin/Release/net10.0/Entente.Benchmarks.dll" reports "$count" "$input"

# Processor seconds so far: of a process with its children that ended, and of its children that live.
used() { for id in "$1" $(pgrep -P "$1" || true); do cat "/proc/$id/stat" 2> /dev/null; done | awk -v hz="$hz" -v first="$1" '{ s += $14 + $15; if ($1 == first) s += $16 + $17 } END { print s / hz }'; }
pin() { for id in "$postgres_id" $(pgrep -P "$postgres_id") "$broker_id"; do taskset -apc "$1" "$id" > /dev/null 2>&1 || true; done; }
number=0 fresh=
database() { number=$((number + 1)); fresh=fleet$number; psql -q "$server/postgres" -c "CREATE DATABASE $fresh"; psql -q "$server/postgres" -c CHECKPOINT; }

# Runs COMMAND... and adds a row: what, seconds by the clock, documents a second, processor seconds of programs, PostgreSQL, broker. The best of the rounds is kept in best_NAME.
declare -A best
timed() {
    local name=$1 what=$2 p0 q0 t0 t1 own
    shift 2
    p0=$(used "$postgres_id") q0=$(used "$broker_id") t0=$(date +%s.%N)
    own=$( { TIMEFORMAT='%U %S'; time "$@" > /dev/null 2>> "$home/errors"; } 2>&1 | awk '{ print $1 + $2 }')
    t1=$(date +%s.%N)
    awk -v what="$what" -v a="$t0" -v b="$t1" -v n="$count" -v own="$own" -v p="$p0" -v pp="$(used "$postgres_id")" -v q="$q0" -v qq="$(used "$broker_id")" \
        'BEGIN { printf "| %s | %.1f | %.0f | %.1f | %.1f | %.1f |\n", what, b - a, n / (b - a), own, pp - p, qq - q }'
    local rate; rate=$(awk -v a="$t0" -v b="$t1" -v n="$count" 'BEGIN { print n / (b - a) }')
    best[$name]=$(awk -v x="${best[$name]:-0}" -v y="$rate" 'BEGIN { print (y > x ? y : x) }')
}
submitted() { database; "$program" submit "$input" --queue "$queue" --name "$fresh" > /dev/null 2>> "$home/errors"; work="$program work --queue $queue --name $fresh --jobs 1 --until-empty --ledger $server/$fresh"; }
both() { $work & local first=$!; $work; wait "$first"; }

echo "$count reports, $(du -k "$input" | cut -f1) KB, $(nproc) cores, load before $(cut -d' ' -f1 /proc/loadavg)"
echo
echo "| what | s by the clock | documents/s | programs, s of processor | PostgreSQL, s | RabbitMQ, s |"
echo "|---|--:|--:|--:|--:|--:|"
for ((round = 0; round < rounds; round++)); do
    database; timed read "read, on one core; PostgreSQL where it likes" taskset -c 0 "$program" read "$input" --jobs 1 --ledger "$server/$fresh"
    submitted; timed one "one worker, on one core; servers where they like" taskset -c 0 $work
    submitted; timed two "two workers, all on two cores" both
    pin 0
    submitted; timed alone "one worker and the servers, all on one core" taskset -c 0 $work
    pin "0-$(($(nproc) - 1))"
done
database; timed submit "submit" "$program" submit "$input" --queue "$queue" --name "$fresh"
reports=$(psql -qAt "$server/fleet3" -c "SELECT count(*) FROM reports") claims=$(psql -qAt "$server/fleet3" -c "SELECT count(*) FROM claims")
awk -v r="${best[read]}" -v o="${best[one]}" -v t="${best[two]}" -v a="${best[alone]}" -v s="${best[submit]}" -v n="$reports" -v c="$claims" 'BEGIN {
    printf "\nThe fastest of each: two workers on two cores are %.2f times as fast as one worker and the servers on one core, and %.2f times as fast as one worker on one core with the servers on the other.\n", t / a, t / o
    printf "Queue against read, a worker on one core: %+.1f %%; submitting besides: %.2f ms a document.\n", (r / o - 1) * 100, 1000 / s
    printf "Two workers kept %d reports with %d claims.\n", n, c }'
