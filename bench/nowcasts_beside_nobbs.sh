#!/usr/bin/env bash
# nowcasts_beside_nobbs.sh [weeks [weeks by JAGS]]: our nowcasts of dengue in Puerto Rico beside the model of NobBS, as of the same weeks, by the
# same score. The model is simulated twice: by our own sampler for all weeks (200) and, to show that the sampler is right, by JAGS for some (10).
# Needs a build (mvn -Pquick -pl engines/surveillance -am test-compile), JDK 25 as JAVA_HOME, TRIPOINT_DATA, and CLASSPATH with the
# test dependencies. Debian's r-cran-rjags is installed where it is absent and the script may; else JAGS is skipped with a word.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${TRIPOINT_DATA:?set TRIPOINT_DATA to the folder of the published data sets}"
weeks=${1:-200} by_jags=${2:-10} samples=4000
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
engine=engines/surveillance/target
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
run() {
  "$java" -Xmx1g -cp "$engine/test-classes:$engine/classes:test-support/target/classes:${CLASSPATH:-}" \
    "org.tripoint.engines.surveillance.nowcast.$1" "${@:2}"
}
run ReplayNobbs "$out/own.csv" "$weeks" 2000
run ReplayBesideNobbs "$out/own.csv" "$weeks"
has_jags() { command -v Rscript >/dev/null && Rscript -e 'stopifnot(requireNamespace("rjags", quietly = TRUE))' >/dev/null 2>&1; }
has_jags || apt-get install -y --no-install-recommends r-cran-rjags >/dev/null 2>&1 || true
if ! has_jags; then
  echo "R's rjags is not here and could not be installed: the sampler is not compared with JAGS"
  exit 0
fi
Rscript bench/nobbs.R "$TRIPOINT_DATA/denguedat/denguedat.csv.gz" "$out/jags.csv" "$out/convergence.csv" "$weeks" "$samples" "$by_jags" 2>/dev/null
cat "$out/convergence.csv"
Rscript - "$out/jags.csv" "$out/own.csv" <<'R'
files <- lapply(commandArgs(TRUE), read.csv)
expected <- lapply(files, function(file) sapply(split(file, list(file$age, file$as_of)), function(one)
  if (nrow(one) > 0) sum(one$unreported * one$draws) / sum(one$draws) else NA))
both <- intersect(names(expected[[1]]), names(expected[[2]]))
ratio <- (expected[[2]][both] + 0.1) / (expected[[1]][both] + 0.1)
age <- as.integer(sub("[.].*", "", both))
for (a in 0:5) cat(sprintf("age %d: reports still to come, our sampler over JAGS, %d weeks: mean %.3f, from %.3f to %.3f\n", a,
  sum(age == a), mean(ratio[age == a]), min(ratio[age == a]), max(ratio[age == a])))
R
