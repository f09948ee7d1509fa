#!/usr/bin/env bash
# surveillance_beside_r.sh: evaluations a second of improved Farrington, here and in R's `surveillance`, one after the other on one core.
# Both judge the same weeks of the same 42 series. Processor time is compared, so that other programs on the machine do not decide.
# Needs a build (mvn -Pquick -pl engines/surveillance -am test-compile), JDK 25 as JAVA_HOME, TRIPOINT_DATA, and CLASSPATH with the
# test dependencies. Debian's r-cran-surveillance is installed where it is absent and the script may; else R is skipped with a word.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${TRIPOINT_DATA:?set TRIPOINT_DATA to the folder of the published data sets}"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
engine=engines/surveillance/target
taskset -c 0 "$java" -Xmx1g -cp "$engine/test-classes:$engine/classes:test-support/target/classes:${CLASSPATH:-}" \
  org.tripoint.engines.surveillance.simulation.EvaluationsASecond
has_r() { command -v Rscript >/dev/null && Rscript -e 'stopifnot(requireNamespace("surveillance", quietly = TRUE))' >/dev/null 2>&1; }
has_r || apt-get install -y --no-install-recommends r-cran-surveillance >/dev/null 2>&1 || true
if ! has_r; then
  echo "R's surveillance is not here and could not be installed: skipped"
  exit 0
fi
taskset -c 0 Rscript - "$TRIPOINT_DATA/surveillance-golden/series.csv.gz" <<'R'
suppressMessages(library(surveillance))
rows <- read.csv(gzfile(commandArgs(TRUE)[1]))
control <- function(week) list(range = week, b = 5, w = 3, noPeriods = 10, weightsThreshold = 2.58, pastWeeksNotIncluded = 26,
  pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.005, limit54 = c(0, 4), trend = TRUE, reweight = TRUE)
weeks <- seq(580, 620, by = 10)
done <- 0
used <- system.time(for (scenario in unique(rows$scenario)) {
  series <- sts(observed = rows$count[rows$scenario == scenario], start = c(2001, 1), frequency = 52)
  for (week in weeks) { farringtonFlexible(series, control(week)); done <- done + 1 }
})
cat(sprintf("R %s, surveillance %s: %d evaluations, %.2f ms each, %.0f a second\n", getRversion(),
  packageVersion("surveillance"), done, 1000 * used[["user.self"]] / done, done / used[["user.self"]]))
R
