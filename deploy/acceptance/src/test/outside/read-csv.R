# Reads CSV files with R, its names kept as they are, and prints what it saw: file, municipality, indicator, status, figure and its bounds, a line each, as JSON.
seen <- function(field) {
  if (is.na(field) || identical(field, "")) "null"
  else if (is.numeric(field)) format(field, digits = 17)
  else encodeString(field, quote = '"')
}
show <- function(...) cat("[", paste(vapply(list(...), seen, ""), collapse = ","), "]\n", sep = "")

for (path in commandArgs(trailingOnly = TRUE)) {
  table <- read.csv(path, check.names = FALSE, encoding = "UTF-8")
  for (i in seq_len(nrow(table))) {
    row <- table[i, ]
    if ("indicator" %in% names(table)) {
      show(basename(path), row$municipalityCode, row$indicator, row$status, if (is.na(row$value)) row$text else row$value, row$low, row$high)
    } else {
      for (name in names(table)[paste0(names(table), "-status") %in% names(table)]) {
        show(basename(path), row$municipalityCode, name, row[[paste0(name, "-status")]], row[[name]], row[[paste0(name, "-low")]], row[[paste0(name, "-high")]])
      }
    }
  }
}
