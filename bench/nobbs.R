# nobbs.R: nowcasts of the dengue line list by the model of NobBS (S. McGough et al., PLoS Comput. Biol. 16, 2020), simulated by JAGS.
#
# Rscript nobbs.R denguedat.csv.gz nowcasts.csv convergence.csv weeks [samples [how many of the weeks]]
#
# The model and its priors are those of the R package NobBS with dist = "NB": reports of week t after d weeks are negative binomial with
# mean exp(level[t]) * share[d] and one size r; the level is a random walk, level[1] ~ N(0, precision 0.001), steps of a precision
# ~ gamma(0.001, 0.001); share ~ Dirichlet(0.1, ...); r ~ gamma(0.001, 0.001). Window 52 weeks, delays 0 to 10, longer ones left out.
# One thing is done otherwise, which changes no answer: cells that are not over are no nodes of the graph but drawn afterwards from
# each sample, so that the chain mixes sooner than the package's, which has them as unknowns.
#
# nowcasts.csv: as_of,age,unreported,draws (how many samples have that many reports still to come). convergence.csv: seconds of processor
# time, effective samples of the totals by age and, where two chains ran, their potential scale reduction. Weeks that are in the file
# are not done again; the order is shuffled, so that a run that is stopped has weeks of all years.
suppressMessages(library(rjags))

arguments <- commandArgs(TRUE)
weeks <- as.integer(arguments[4])
samples <- if (length(arguments) > 4) as.integer(arguments[5]) else 4000
at_most <- if (length(arguments) > 5) as.integer(arguments[6]) else weeks
window <- 52
longest <- 10
oldest <- 9 # ages above are complete
two_chains_every <- 20

rows <- read.csv(gzfile(arguments[1]))
first <- as.Date("1990-01-01")
onset <- as.integer(as.Date(rows$onset_week) - first) %/% 7
delay <- as.integer(as.Date(rows$report_week) - as.Date(rows$onset_week)) %/% 7
periods <- max(onset) + 1
kept <- delay <= longest
triangle <- table(factor(onset[kept], levels = 0:(periods - 1)), factor(delay[kept], levels = 0:longest))
as_of <- 104 + ((0:(weeks - 1)) * (periods - longest - 104)) %/% weeks # the weeks of Replay

model <- "model {
  for (k in 1:cells) {
    count[k] ~ dnegbin(r / (r + mean[k]), r)
    log(mean[k]) <- level[week[k]] + log_share[delay[k]]
  }
  level[1] ~ dnorm(0, 0.001)
  for (t in 2:window) {
    level[t] ~ dnorm(level[t - 1], precision)
  }
  log_share <- log(share)
  share ~ ddirch(concentration)
  r ~ dgamma(0.001, 0.001)
  precision ~ dgamma(0.001, 0.001)
}"

simulate <- function(now, chains, seed) {
  cells <- expand.grid(week = 1:window, delay = 0:longest)
  cells <- cells[cells$week + cells$delay <= window, ]
  counts <- triangle[cbind(now - window + cells$week + 1, cells$delay + 1)]
  data <- list(cells = nrow(cells), count = as.integer(counts), week = cells$week, delay = cells$delay + 1, window = window,
    concentration = rep(0.1, longest + 1))
  starts <- lapply(1:chains, function(chain) list(.RNG.name = "base::Super-Duper", .RNG.seed = seed + chain))
  jags <- jags.model(textConnection(model), data, starts, n.chains = chains, n.adapt = 1000, quiet = TRUE)
  update(jags, 1000, progress.bar = "none")
  coda.samples(jags, c("level", "share", "r", "precision"), samples, progress.bar = "none")
}

# The reports still to come of a week of this age, one for each sample.
to_come <- function(chain, age) {
  level <- chain[, sprintf("level[%d]", window - age)]
  total <- numeric(nrow(chain))
  for (d in (age + 1):longest) {
    mean <- exp(level) * chain[, sprintf("share[%d]", d + 1)]
    total <- total + rnbinom(nrow(chain), size = chain[, "r"], mu = mean)
  }
  total
}

write_header <- function(path, header) if (!file.exists(path)) writeLines(header, path)
write_header(arguments[2], "as_of,age,unreported,draws")
write_header(arguments[3], paste0("as_of,seconds,r,", paste0("effective_", 0:5, collapse = ","), ",reduction"))
done <- unique(read.csv(arguments[3])$as_of)
set.seed(1)
for (i in head(sample(seq_along(as_of)), at_most)) {
  now <- as_of[i]
  if (now %in% done) next
  chains <- if (i %% two_chains_every == 1) 2 else 1
  seed <- 1
  used <- system.time(repeat {
    drawn <- tryCatch(simulate(now, chains, seed), error = function(e) { message(now, ": ", conditionMessage(e)); NULL })
    if (!is.null(drawn) || seed > 5) break
    seed <- seed + 10
  })[["user.self"]]
  if (is.null(drawn)) next
  all <- as.matrix(drawn)
  lines <- unlist(lapply(0:oldest, function(age) {
    counted <- table(to_come(all, age))
    sprintf("%d,%d,%s,%d", now, age, names(counted), as.integer(counted))
  }))
  cat(lines, file = arguments[2], sep = "\n", append = TRUE)
  # What is known of a total's mixing is known of the mean it is drawn from.
  expected <- mcmc.list(lapply(drawn, function(chain) mcmc(sapply(0:5, function(age)
    exp(chain[, sprintf("level[%d]", window - age)]) *
      rowSums(chain[, sprintf("share[%d]", ((age + 1):longest) + 1), drop = FALSE])))))
  reduction <- if (chains > 1) max(gelman.diag(expected, multivariate = FALSE)$psrf[, 1]) else NA
  cat(sprintf("%d,%.1f,%.2f,%s,%.3f\n", now, used, median(all[, "r"]),
    paste(sprintf("%.0f", effectiveSize(expected)), collapse = ","), reduction), file = arguments[3], append = TRUE)
}
