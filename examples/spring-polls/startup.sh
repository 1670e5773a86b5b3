#!/bin/bash
# Compares the start of the polls, as an IDE runs them, with the starter, under devserver's agent and under OpenTelemetry's,
# to that without any of them: medians of alternating runs.
#
#     mvn -pl core,spring-starter,examples/spring-polls -DskipTests package && examples/spring-polls/startup.sh [RUNS] [JAR]
#
# It fails if the starter adds more than 5% or 150 ms, whichever is larger, or the agent more than 700 ms or a third of what
# OpenTelemetry's adds.
set -euo pipefail
runs=${1:-5}
here=$(dirname "$(realpath "$0")")
jar=$(realpath "${2:-$here/target/spring-polls.jar}")
agents=$here/../../core/target
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && unzip -q "$jar")
libraries=$(ls "$folder"/BOOT-INF/lib/*.jar)
all=$(echo "$libraries" | paste -sd:)
own=$(echo "$libraries" | grep -vE '/(devserver-|p6spy-)' | paste -sd:)
ways="without starter agent opentelemetry"

# Milliseconds from the start of the JVM until Boot says that the application has started.
start() {
    local path=$own
    local options=()
    case $1 in
        starter) path=$all ;;
        agent) options=("-javaagent:$agents/devserver-agent.jar") ;;
        opentelemetry)
            options=("-javaagent:$agents/other-agents/opentelemetry-javaagent.jar" -Dotel.traces.exporter=none
                -Dotel.metrics.exporter=none -Dotel.logs.exporter=none)
            ;;
    esac
    java ${options[@]+"${options[@]}"} -cp "$folder/BOOT-INF/classes:$path" com.example.springpolls.SpringPolls \
        --server.port=0 > "$folder/log" 2>&1 &
    local process=$! seconds=
    while [ -z "$seconds" ] && kill -0 $process 2>/dev/null; do
        sleep 0.1
        seconds=$(sed -nE 's/.*Started SpringPolls in .*process running for ([0-9.]+)\).*/\1/p' "$folder/log")
    done
    kill $process
    wait $process 2>/dev/null || true
    if [ -z "$seconds" ]; then
        cat "$folder/log" >&2
        exit 1
    fi
    awk "BEGIN { printf \"%d\n\", $seconds * 1000 }"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for way in $ways; do # fills the caches of the file system
    start "$way" > /dev/null
done
for run in $(seq "$runs"); do
    for way in $ways; do
        start "$way" >> "$folder/$way.times"
    done
done
for way in $ways; do
    printf '%-14s %s ms\n' "$way:" "$(paste -sd' ' "$folder/$way.times")"
    median < "$folder/$way.times" > "$folder/$way.median"
done
awk -v none="$(cat "$folder/without.median")" -v starter="$(cat "$folder/starter.median")" \
    -v agent="$(cat "$folder/agent.median")" -v other="$(cat "$folder/opentelemetry.median")" '
function row(name, median, allowed) {
    printf "%-14s median %d ms, %+d ms (%+.1f%%)%s\n", name, median, median - none, (median - none) * 100 / none, allowed
}
BEGIN {
    most = none * 0.05 > 150 ? none * 0.05 : 150
    third = (other - none) / 3 < 700 ? (other - none) / 3 : 700
    row("without", none, "")
    row("starter", starter, sprintf(", allowed %+d ms", most))
    row("agent", agent, sprintf(", allowed %+d ms; %.2f of what OpenTelemetry adds", third, (agent - none) / (other - none)))
    row("opentelemetry", other, "")
    exit starter - none > most || agent - none > third
}'
