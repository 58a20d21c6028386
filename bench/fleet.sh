#!/usr/bin/env bash
# What the queue costs and what a second worker brings, in processor time, which a busy machine does not change much.
#   bench/fleet.sh INPUT.jsonl amqp://... postgres://user@host:port BROKER_PID
# makes databases fleet_* and queues of its own on servers that run already; BROKER_PID is RabbitMQ's process (its processor time counts as the queue's).
set -eu
input=$1 queue=$2 server=$3 broker=$4
here=$(cd "$(dirname "$0")/.." && pwd)
program="dotnet $here/src/Entente.Cli/bin/Release/net10.0/Entente.Cli.dll"
hz=$(getconf CLK_TCK)
run=$$
documents=$(wc -l < "$input")

ticks() { awk -v hz="$hz" '{ print ($14 + $15) / hz }' "/proc/$1/stat"; }
fresh() { psql -q "$server/postgres" -c "DROP DATABASE IF EXISTS $1" -c "CREATE DATABASE $1" 2> /dev/null; }
# Processor seconds of a command and its children; the most memory of one of them, in MB, goes to the file "peak".
peak=$(mktemp)
cpu() {
    python3 - "$peak" "$@" << 'PYTHON'
import resource, subprocess, sys
subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(sys.argv[1], "w").write(str(used.ru_maxrss // 1024))
print(round(used.ru_utime + used.ru_stime, 3))
PYTHON
}
row() { echo "| $1 | $2 | $(awk -v s="$2" -v n="$documents" 'BEGIN { printf "%.2f", s / n * 1000 }') | ${3:-} |"; }

echo "$documents documents, $(du -k "$input" | cut -f1) KB"
echo "| what | processor seconds | ms a document | peak memory, MB |"
echo "|---|--:|--:|--:|"
# A start, and compiling what is hot, cost the same however much follows: measured on the first documents, and taken off.
warm=$((documents / 5))
fresh "fleet_0_$run"; head -n "$warm" "$input" > "/tmp/fleet-$run.jsonl"
start=$(cpu $program read "/tmp/fleet-$run.jsonl" --jobs 1 --ledger "$server/fleet_0_$run"); row "start of read, $warm documents" "$start" "$(cat $peak)"
$program submit "/tmp/fleet-$run.jsonl" --queue "$queue" --name "bench0-$run" > /dev/null 2>&1; fresh "fleet_4_$run"
begin=$(cpu $program work --queue "$queue" --name "bench0-$run" --jobs 1 --until-empty --ledger "$server/fleet_4_$run"); row "start of a worker, $warm documents" "$begin" "$(cat $peak)"
feed=$(cpu $program submit "/tmp/fleet-$run.jsonl" --queue "$queue" --name "bench0-$run"); row "start of a submitter, $warm documents" "$feed" "$(cat $peak)"
fresh "fleet_1_$run"
read=$(cpu $program read "$input" --jobs 1 --ledger "$server/fleet_1_$run"); row "read" "$read" "$(cat $peak)"
b=$(ticks "$broker")
submit=$(cpu $program submit "$input" --queue "$queue" --name "bench1-$run"); row "submit" "$submit" "$(cat $peak)"
fresh "fleet_2_$run"
work=$(cpu $program work --queue "$queue" --name "bench1-$run" --jobs 1 --until-empty --ledger "$server/fleet_2_$run"); row "work, one worker" "$work" "$(cat $peak)"
broker1=$(awk -v a="$b" -v b="$(ticks "$broker")" 'BEGIN { print b - a }'); row "the broker meanwhile" "$broker1"
head -n $((documents / 2)) "$input" > "/tmp/fleet-$run.jsonl"; fresh "fleet_5_$run"
$program submit "/tmp/fleet-$run.jsonl" --queue "$queue" --name "bench3-$run" > /dev/null 2>&1
half=$(cpu $program work --queue "$queue" --name "bench3-$run" --jobs 1 --until-empty --ledger "$server/fleet_5_$run"); row "work, one worker, half of the documents" "$half" "$(cat $peak)"
$program submit "$input" --queue "$queue" --name "bench2-$run" > /dev/null 2>&1
fresh "fleet_3_$run"
one="$program work --queue $queue --name bench2-$run --jobs 1 --until-empty --ledger $server/fleet_3_$run"
both=$(cpu sh -c "$one & $one; wait"); row "work, two workers" "$both" "$(cat $peak)"
awk -v n="$documents" -v m="$warm" -v s="$start" -v b="$begin" -v f="$feed" -v r="$read" -v u="$submit" -v w="$work" -v q="$broker1" -v t="$both" -v h="$half" 'BEGIN {
    read = (r - s) / (n - m); work = (w - b) / (n - m); submit = (u - f) / (n - m)
    printf "\nOnce warm, ms a document: read %.2f, work %.2f, submit %.2f, broker %.2f.\n", read * 1000, work * 1000, submit * 1000, q / n * 1000
    printf "Queue against read: worker %+.0f %%, with submitter and broker %+.0f %%.\n", (work / read - 1) * 100, ((work + submit + q / n) / read - 1) * 100
    printf "Two workers take %+.0f %% of processor time against two times one worker with half: on cores of their own they are %.2f times as fast.\n", (t / (2 * h) - 1) * 100, 2 * 2 * h / t }'
rm -f "/tmp/fleet-$run.jsonl" "$peak"
