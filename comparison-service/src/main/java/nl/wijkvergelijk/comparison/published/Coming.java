package nl.wijkvergelijk.comparison.published;

import nl.wijkvergelijk.comparison.seam.Held;

/** What will be held next, while all still read what is held now. Whoever observes this has the publication wait for it. Not told of a redaction, nor of what was read anew. */
public record Coming(Held held) {}
