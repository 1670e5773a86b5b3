#!/usr/bin/env bash
# How long does it take from the start to the first answer of the polls: in an embedded Jetty written by hand, and by runserver?
# Both in turn, median of five. Fails if runserver takes more than 1.5 times as long.
#
#   examples/polls/startup.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")"

launcher=../../jetty-starter/target/devserver.jar
war=target/polls.war
for file in "$launcher" "$war"; do
    [ -f "$file" ] || { echo "there is no $file; build it: mvn -DskipTests package" >&2; exit 2; }
done
mvn -q -B -ntp ${MAVEN_ARGS:-} -f startup/pom.xml -DskipTests package
java -cp "startup/target/classes:startup/target/lib/*" com.example.startup.Startup "$launcher" "$war" "${1:-5}" 1.5
