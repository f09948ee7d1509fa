#!/usr/bin/env bash
# jmh.sh ARGUMENTS OF JMH…: the speed figures of the engines, measured by JMH.
# Needs a build (mvn -Pquick -Dmaven.test.skip=true -pl bench -am package), JDK 25 as JAVA_HOME and TRIPOINT_DATA.
# Example: TRIPOINT_DATA=… bench/jmh.sh SpectraBench -prof gc
set -euo pipefail
cd "$(dirname "$0")"
: "${TRIPOINT_DATA:?set TRIPOINT_DATA to the folder of the published data sets}"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
processor=$(find "$repository/org/openjdk/jmh" "$repository/net/sf/jopt-simple" "$repository/org/apache/commons/commons-math3" \
  -name '*.jar' ! -name '*sources*' | paste -sd:)
libraries=${JMH_CLASSPATH:-"target/lib/*"}
rm -rf target/jmh && mkdir -p target/jmh
"$javac" -d target/jmh -cp "$libraries:$processor" -processorpath "$processor" \
  -processor org.openjdk.jmh.generators.BenchmarkProcessor $(find src/jmh/java -name '*.java')
exec "$java" --enable-native-access=ALL-UNNAMED -cp "target/jmh:$libraries:$processor" org.openjdk.jmh.Main "$@"
