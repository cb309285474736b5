package nl.wijkvergelijk.survey.description;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown (CommonMark 0.31) that anybody may have written: HTML in it is shown, not obeyed; a link leads to http, https or mailto or is no link; of an
 * image only its description is left, for nothing is fetched from elsewhere.
 */
public final class Markdown {

    private static final int DEEPEST = 50;
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|mailto:)[^\\s\\p{Cntrl}]+");
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(DEEPEST + 2).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Markdown() {}

    /** As HTML, of a text that is not {@link #isTooDeep}. */
    public static String html(String text) {
        Node document = PARSER.parse(text);
        for (Node node : all(document)) {
            if (node instanceof Image || node instanceof Link link && !isAllowed(link)) {
                unwrap(node);
            }
        }
        return HTML.render(document);
    }

    /** Whether lists, quotes or emphasis are nested so deeply that nobody meant it. */
    static boolean isTooDeep(String text) {
        try {
            return isTooDeep(PARSER.parse(text));
        } catch (StackOverflowError e) {
            // The parser bounds blocks but follows nested emphasis down to its end; it shares nothing, so nothing is
            // left half done.
            return true;
        }
    }

    private static boolean isTooDeep(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null && depth <= DEEPEST) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != null && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                node = node == null ? null : node.getNext();
            }
        }
        return depth > DEEPEST;
    }

    private static boolean isAllowed(Link link) {
        return ADDRESS.matcher(link.getDestination()).matches();
    }

    /** Leaves what stands within. */
    private static void unwrap(Node node) {
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
    }

    private static List<Node> all(Node document) {
        List<Node> all = new ArrayList<>();
        Deque<Node> waiting = new ArrayDeque<>(List.of(document));
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            all.add(node);
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                waiting.push(child);
            }
        }
        return all;
    }
}
