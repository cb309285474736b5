package nl.wijkvergelijk.comparison.session;

/** How municipalities rate themselves against how others rate them: the means over those of which both are known. */
public record SelfRating(double own, double others, double difference, int municipalities) {}
