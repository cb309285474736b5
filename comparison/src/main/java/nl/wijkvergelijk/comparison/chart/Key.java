package nl.wijkvergelijk.comparison.chart;

import java.awt.Graphics2D;

/** What a mark means: the mark, and the words beside it; no mark where the words name it. */
record Key(Mark mark, String text) {

    /** Draws a mark that is as wide as {@link #WIDE}. */
    interface Mark {
        void draw(Graphics2D g, double left, double middle);
    }

    static final double WIDE = 22;

    static Key words(String text) {
        return new Key(null, text);
    }
}
