package nl.wijkvergelijk.survey.description;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    /** Any tag with anything but the few attributes that rendering itself writes. */
    private static final Pattern ALLOWED = Pattern.compile(
            "</?(p|strong|em|ul|ol|li|h[1-6]|blockquote|code|pre|hr|br)( class=\"language-[^\"]*\"| start=\"\\d+\")?\\s*/?>"
                    + "|<a rel=\"nofollow\" href=\"(https?://|mailto:)[^\"\\s<>]*\"( title=\"[^\"<>]*\")?>|</a>",
            Pattern.CASE_INSENSITIVE);

    /** What somebody may write to have a reader's browser do something. */
    private static Map<String, String> attacks() {
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
        attacks.put("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n");
        attacks.put("<iframe src=//evil>", "<p>&lt;iframe src=//evil&gt;</p>\n");
        attacks.put(
                "<!-- x --><img src=x onerror=alert(1)>",
                "<p>&lt;!-- x --&gt;&lt;img src=x onerror=alert(1)&gt;</p>\n");
        attacks.put("[a](javascript:alert(1))", "<p>a</p>\n");
        attacks.put("[a](JaVaScRiPt:alert(1))", "<p>a</p>\n");
        attacks.put("[a](&#x6A;avascript:alert(1))", "<p>a</p>\n");
        attacks.put("[a](<java\tscript:alert(1)>)", "<p>a</p>\n");
        attacks.put("[a](<https://x.example/a b>)", "<p>a</p>\n");
        attacks.put("[a](https://x.example/&#x1;b)", "<p>a</p>\n");
        attacks.put("[a](xhttps://x.example)", "<p>a</p>\n");
        attacks.put("[a](javascript:https://x.example)", "<p>a</p>\n");
        attacks.put("[a](vbscript:x)", "<p>a</p>\n");
        attacks.put("[a](data:text/html;base64,PHNjcmlwdD4=)", "<p>a</p>\n");
        attacks.put("[a](file:///etc/passwd)", "<p>a</p>\n");
        attacks.put("[a](//evil.example)", "<p>a</p>\n");
        attacks.put("[a](/v1/rounds)", "<p>a</p>\n");
        attacks.put("[a][r]\n\n[r]: javascript:alert(1)", "<p>a</p>\n");
        attacks.put("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n");
        attacks.put("![alt *text*](https://evil.example/x.png)", "<p>alt <em>text</em></p>\n");
        attacks.put("![x](data:image/svg+xml,x)", "<p>x</p>\n");
        attacks.put("[![x](https://evil.example/x.png)](javascript:alert(1))", "<p>x</p>\n");
        attacks.put("![[a](javascript:x)](y)", "<p>a</p>\n");
        attacks.put("**[a](javascript:x) [*b*](data:x)**", "<p><strong>a <em>b</em></strong></p>\n");
        attacks.put(
                "[a](https://x.example \"\\\" onmouseover=alert(1) \\\"\")",
                "<p><a rel=\"nofollow\" href=\"https://x.example\" title=\"&quot; onmouseover=alert(1) &quot;\">a</a></p>\n");
        attacks.put(
                "[a](https://x.example/\"onclick=x)",
                "<p><a rel=\"nofollow\" href=\"https://x.example/&quot;onclick=x\">a</a></p>\n");
        attacks.put(
                "```\"><script>\nx\n```", "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">x\n</code></pre>\n");
        attacks.put("`<script>`", "<p><code>&lt;script&gt;</code></p>\n");
        return attacks;
    }

    @Test
    void nothingThatSomebodyWritesRunsOrFetches() {
        attacks().forEach((text, html) -> {
            assertEquals(html, Markdown.html(text), text);
            String rest = ALLOWED.matcher(Markdown.html(text)).replaceAll("");
            assertFalse(rest.contains("<"), text + " leaves " + rest);
        });
    }

    @Test
    void whatMarkdownIsForStays() {
        assertEquals(
                "<p><a rel=\"nofollow\" href=\"https://www.leusden.nl/wijken?a=1&amp;b=2\">wijken</a></p>\n",
                Markdown.html("[wijken](https://www.leusden.nl/wijken?a=1&b=2)"));
        assertEquals(
                "<p><a rel=\"nofollow\" href=\"mailto:wijk@leusden.example\">wijk@leusden.example</a></p>\n",
                Markdown.html("<wijk@leusden.example>"));
        assertEquals(
                "<h2>Wijken</h2>\n<ul>\n<li>tien</li>\n<li><em>elf</em></li>\n</ul>\n",
                Markdown.html("## Wijken\n- tien\n- *elf*"));
    }

    @Test
    void aTextThatIsNestedWithoutEndIsSeenAndHoldsNobodyUp() {
        for (String deep : new String[] {
            ">".repeat(100_000), "1. ".repeat(30_000), "*a _b ".repeat(10_000) + "x_ x*".repeat(10_000)
        }) {
            assertTimeoutPreemptively(ofSeconds(5), () -> assertTrue(Markdown.isTooDeep(deep), deep.substring(0, 9)));
        }
        for (String wide : new String[] {
            "[".repeat(100_000),
            "![".repeat(50_000),
            "`".repeat(50_000) + "a",
            "[a](".repeat(25_000),
            "\n".repeat(100_000)
        }) {
            assertTimeoutPreemptively(ofSeconds(5), () -> assertFalse(Markdown.isTooDeep(wide), wide.substring(0, 9)));
            assertTimeoutPreemptively(ofSeconds(5), () -> Markdown.html(wide), wide.substring(0, 9));
        }
        assertFalse(Markdown.isTooDeep("> - > - **x *y***"));
        assertFalse(Markdown.isTooDeep(">".repeat(45) + "x"));
        assertTrue(Markdown.isTooDeep(">".repeat(51) + "x"));
    }
}
