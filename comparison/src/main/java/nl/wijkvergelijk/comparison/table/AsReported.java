package nl.wijkvergelijk.comparison.table;

import java.math.BigDecimal;

/** The one number behind a figure as the municipality reported it, before conversion; basis, period and currency with money only. */
public record AsReported(BigDecimal value, String unit, String basis, String period, String currency) {}
