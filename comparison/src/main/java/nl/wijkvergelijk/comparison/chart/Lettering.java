package nl.wijkvergelijk.comparison.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The letters of a chart. They come with the program, so that a line breaks at the same place on every machine, whatever is installed there. */
final class Lettering {

    static {
        // Measuring letters needs no screen, but would look for one where DISPLAY is set.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** For readers without these letters the next ones are as wide or narrower: nothing runs out of the picture. */
    static final String FAMILIES = "'DejaVu Sans', Verdana, Arial, sans-serif";

    private static final Font PLAIN = read("DejaVuSans.ttf");
    private static final Font BOLD = read("DejaVuSans-Bold.ttf");

    static final Font TITLE = BOLD.deriveFont(Font.BOLD, 17f);
    static final Font HEADING = BOLD.deriveFont(Font.BOLD, 12f);
    static final Font TEXT = PLAIN.deriveFont(12f);
    static final Font SMALL = PLAIN.deriveFont(11f);

    private static final FontRenderContext AS_DESIGNED = new FontRenderContext(null, true, true);

    private Lettering() {}

    /** How wide a line is, in pixels. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, AS_DESIGNED).getWidth();
    }

    private static Font read(String file) {
        try (InputStream in = Lettering.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
