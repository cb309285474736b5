package nl.wijkvergelijk.comparison.representation;

import nl.wijkvergelijk.comparison.seam.Held;

/** How an answer is made of what is held: now, and once more of what will be held next. It keeps no dataset in memory. */
@FunctionalInterface
public interface Recipe {

    /** The answer of this; a problem where the question does not fit it. */
    Representation of(Held held);

    /** The same, with how it was made, and how long that took. */
    default Representation made(Held held) {
        long began = System.nanoTime();
        Representation answer = of(held);
        return answer.by(this, System.nanoTime() - began);
    }
}
