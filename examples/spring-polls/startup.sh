#!/bin/bash
# Compares the start of the polls with the starter, as an IDE runs them, to that without: medians of alternating runs.
#
#     mvn -pl core,spring-starter,examples/spring-polls -DskipTests package && examples/spring-polls/startup.sh [RUNS] [JAR]
#
# At most 5% or 150 ms more, whichever is larger, is allowed; else it fails.
set -euo pipefail
runs=${1:-5}
jar=${2:-$(dirname "$0")/target/spring-polls.jar}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
jar=$(realpath "$jar")
(cd "$folder" && unzip -q "$jar")
libraries=$(ls "$folder"/BOOT-INF/lib/*.jar)
with=$(echo "$libraries" | paste -sd:)
without=$(echo "$libraries" | grep -vE '/(devserver-|p6spy-)' | paste -sd:)

# Milliseconds from the start of the JVM until Boot says that the application has started.
start() {
    java -cp "$folder/BOOT-INF/classes:$1" com.example.springpolls.SpringPolls --server.port=0 > "$folder/log" 2>&1 &
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

start "$with" > /dev/null # fills the caches of the file system
for run in $(seq "$runs"); do
    start "$without" >> "$folder/without"
    start "$with" >> "$folder/with"
done
echo "without: $(paste -sd' ' "$folder/without") ms"
echo "with:    $(paste -sd' ' "$folder/with") ms"
median < "$folder/without" > "$folder/a"
median < "$folder/with" > "$folder/b"
awk -v a="$(cat "$folder/a")" -v b="$(cat "$folder/b")" 'BEGIN {
    allowed = a * 0.05 > 150 ? a * 0.05 : 150
    printf "medians: %d ms without, %d ms with: %+d ms (%+.1f%%), allowed %+d ms\n", a, b, b - a, (b - a) * 100 / a, allowed
    exit b - a > allowed
}'
