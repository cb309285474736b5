package nl.wijkvergelijk.comparison.table;

/** Over the group's figures that have a value: how many, and min, max, mean and median, null when there are none. */
public record Summary(int count, Double min, Double max, Double mean, Double median) {}
