package nl.wijkvergelijk.comparison.changes;

/**
 * One figure that says something else than before. {@code before} is null where the municipality had nothing in the round, or the
 * indicator was not defined; {@code after} where it is so now. {@code replaces} is the publication whose answers or ratings made place
 * for others; null where there were none, and where only a definition, a name or a round changed.
 */
public record FigureChange(
        String id,
        String round,
        String municipality,
        String name,
        String indicator,
        FigureState before,
        FigureState after,
        Long replaces) {}
