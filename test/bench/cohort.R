# The leads of cohort.ts in R: name, milliseconds of processor time, results.
#
#     Rscript cohort.R LEADS DAYS
#
# The curve by survfit; the final rate with its limits, and the lag, by maximum likelihood on counts by day (optim, BFGS),
# limits by uniroot on the profile.
suppressMessages(library(survival))
given <- commandArgs(TRUE)
leads <- matrix(readBin(given[1], "integer", file.size(given[1]) / 4), ncol = 2, byrow = TRUE)
at_days <- as.numeric(strsplit(given[2], ",")[[1]])
days <- leads[, 1]
won <- leads[, 2] == 1
confidence <- 0.8

measured <- function(name, compute) {
  times <- replicate(3, {
    start <- proc.time()
    result <<- compute()
    sum((proc.time() - start)[1:2])
  })
  cat(name, median(times) * 1000, sprintf("%.12g", result), "\n")
}

curve <- function() {
  fit <- survfit(Surv(days, won) ~ 1, conf.type = "log-log", conf.int = confidence)
  rows <- summary(fit, times = at_days)
  as.vector(rbind(1 - rows$surv, 1 - rows$upper, 1 - rows$lower))
}

fit <- function(limits) {
  size <- max(days) + 1
  converted <- tabulate(days[won] + 1, size)
  open <- tabulate(days[!won] + 1, size)
  ends <- pmax(0:size - 0.5, 0)
  less <- function(rate, speed, shape) {
    hazard <- (exp(speed) * ends)^exp(shape)
    left <- exp(-hazard)
    part <- pmax(left[-(size + 1)] - left[-1], 1e-300)
    -sum(converted * log(rate * part)) - sum(open * log1p(rate * expm1(-hazard[-1])))
  }
  best <- function(of, start) optim(start, of, method = "BFGS", control = list(reltol = 1e-15))
  naive <- sum(converted) / length(days)
  start <- c(qlogis(1.1 * naive), -log(mean(days[won])), 0)
  found <- best(function(x) less(plogis(x[1]), x[2], x[3]), start)
  rate <- plogis(found$par[1])
  lag <- found$par[-1]
  if (!limits) {
    times <- (-log(1 - c(0.5, 0.9)))^exp(-lag[2]) / exp(lag[1])
    return(c(times, 1 / exp(lag[1]), exp(lag[2])))
  }
  cut <- qchisq(confidence, 1)
  drop <- function(logit) {
    2 * (best(function(x) less(plogis(logit), x[1], x[2]), lag)$value - found$value) - cut
  }
  edges <- sapply(c(-1, 1), function(way) {
    uniroot(drop, sort(found$par[1] + way * c(1e-6, 0.05)), tol = 1e-6)$root
  })
  c(rate, plogis(edges), sum(converted) / (rate * length(days)))
}

measured("curve", curve)
measured("rate", function() fit(TRUE))
measured("lag", function() fit(FALSE))
