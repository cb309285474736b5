package nl.wijkvergelijk.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;

/** The page behind each problem's {@code type}, in both languages. */
@Path("/problems/{id}")
class ProblemPages {

    private final ProblemCatalogue catalogue;

    ProblemPages(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public String page(@PathParam("id") String id) {
        return catalogue.find(id).map(ProblemPages::html).orElseThrow(ProblemException::notFound);
    }

    private static String html(ProblemCatalogue.Entry entry) {
        String body =
                entry.paragraphs().stream().map(p -> "<p>" + marked(p) + "</p>").collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="nl">
                <meta charset="utf-8">
                <title>%s (%d)</title>
                <h1>%s (%d)</h1>
                %s
                </html>
                """.formatted(entry.id(), entry.status(), entry.id(), entry.status(), body);
    }

    private static String marked(String paragraph) {
        return paragraph
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
