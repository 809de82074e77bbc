# The paths of credit.ts in R: name, milliseconds of processor time, then removal effect and credit of each channel.
#   Rscript credit.R PATHS
file <- commandArgs(trailingOnly = TRUE)[1]
rows <- read.delim(file, header = FALSE, stringsAsFactors = FALSE, quote = "")

markov <- function() {
  paths <- strsplit(rows$V1, " > ", fixed = TRUE)
  channels <- unique(unlist(paths))
  size <- length(channels)
  steps <- lapply(paths, function(path) match(path, channels) + 1)
  lengths <- lengths(steps)
  from <- unlist(lapply(steps, function(path) c(1, path[-length(path)])))
  weight <- rep(rows$V2 + rows$V3, lengths)
  last <- vapply(steps, function(path) path[length(path)], 1)
  counts <- matrix(0, size + 1, size + 1)
  moved <- rowsum(weight, from + (unlist(steps) - 1) * (size + 1))
  counts[as.integer(rownames(moved))] <- moved
  ended <- function(values) {
    all <- numeric(size + 1)
    sums <- rowsum(values, last)
    all[as.integer(rownames(sums))] <- sums
    all
  }
  won <- ended(rows$V2)
  whole <- rowSums(counts) + won + ended(rows$V3)
  whole[whole == 0] <- 1
  within <- counts / whole
  won <- won / whole
  eye <- diag(size + 1)
  full <- solve(eye - within, won)[1]
  effects <- vapply(seq_len(size) + 1, function(channel) {
    without <- within
    without[, channel] <- 0
    1 - solve(eye - without, won)[1] / full
  }, 1)
  rbind(effects, sum(rows$V2) * effects / sum(effects))
}

times <- replicate(3, {
  start <- proc.time()
  numbers <<- markov()
  sum((proc.time() - start)[1:2])
})
cat("markov", sort(times)[2] * 1000, format(numbers, digits = 17), "\n")
