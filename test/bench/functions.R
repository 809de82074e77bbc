# The arithmetic of the Plan functions for 100,000 rows at once: id, milliseconds (median of 7), sum of results.
rows <- 100000
i <- seq_len(rows) - 1
target <- 500000 + i
deal <- 20000 + (i %% 1000) * 10
rates <- cbind(0.2 + i %% 7 / 100, 0.3 + i %% 11 / 100, 0.25 + i %% 13 / 100)
share <- 0.5 + i %% 5 / 10
weights <- cbind(1 + i %% 3, 2 + i %% 5, 3 + i %% 7, 4 + i %% 2, 1 + i %% 9)
parts <- weights / rowSums(weights)
units <- 100 + i %% 50

chain <- function(steps) {
  stages <- list(target * share / deal)
  for (step in rev(seq_len(steps) + 3 - steps)) {
    stages <- c(list(stages[[1]] / rates[, step]), stages)
  }
  stages
}

apportion <- function() {
  quota <- units * parts
  whole <- floor(round(quota, 9))
  left <- round(units - rowSums(whole))
  fraction <- quota - whole
  rank <- matrix(0, rows, ncol(whole))
  for (one in seq_len(ncol(whole))) {
    for (other in seq_len(ncol(whole))[-one]) {
      ahead <- fraction[, other] > fraction[, one]
      if (other < one) ahead <- ahead | fraction[, other] == fraction[, one]
      rank[, one] <- rank[, one] + ahead
    }
  }
  whole + (rank < left)
}

months <- pmax(12 - 0:4 - 0.5, 0) / 12
functions <- list(
  REQUIRED_DEALS = function() chain(0)[[1]],
  REQUIRED_SQLS = function() chain(1)[[1]],
  REQUIRED_MQLS = function() chain(2)[[1]],
  REQUIRED_INQUIRIES = function() chain(3)[[1]],
  REQUIRED_VOLUMES = function() do.call(cbind, chain(3)),
  EXPECTED_BOOKINGS = function() units * rates[, 1] * rates[, 2] * rates[, 3] * deal,
  EXPECTED_VOLUMES = function() {
    one <- units * rates[, 1]
    two <- one * rates[, 2]
    cbind(one, two, two * rates[, 3])
  },
  NTM_SPLIT = function() {
    expansion <- target * rates[, 1]
    nnc <- target * rates[, 2]
    cbind(target - expansion - nnc, expansion, nnc)
  },
  BOOKINGS_FOR_REVENUE = function() target * rowSums(weights) / as.vector(weights %*% months),
  SOURCE_TARGETS = function() target * parts,
  APPORTION = apportion,
  PIPELINE_COVERAGE = function() deal / (target - units),
  REQUIRED_PIPELINE = function() (target - units) / rates[, 3],
  REQUIRED_REPS = function() ceiling(round(units / 12 / share, 6))
)

for (name in names(functions)) {
  times <- replicate(7, {
    # Processor time counts in milliseconds only.
    start <- proc.time()
    for (again in 1:5) result <<- functions[[name]]()
    sum((proc.time() - start)[1:2]) / 5
  })
  cat(name, median(times) * 1000, sprintf("%.17g", sum(result)), "\n")
}
