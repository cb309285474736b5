package nl.wijkvergelijk.comparison.table;

/** The best and the worst rank a figure can have within its interval; 1 is the highest value, ties share. */
public record Rank(int from, int to) {}
