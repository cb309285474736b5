package nl.wijkvergelijk.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what the contract rules out before any resource sees it: query parameters that the operation does not declare, by name (a misspelt filter must
 * not quietly mean "everything", nor one without a value, which the framework hands on as not given), and an absent body where one is required (the framework would hand the resource a null).
 */
class ContractRequestFilter {

    private final Contract contract;

    ContractRequestFilter(Contract contract) {
        this.contract = contract;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        refuseEncodings(request);
        Set<String> asked =
                new TreeSet<>(request.getUriInfo().getQueryParameters().keySet());
        Optional<Contract.Path> path = contract.match(RequestHead.path(request));
        String method = RequestHead.method(request);
        Set<String> declared =
                path.map(p -> p.queryNames().getOrDefault(method, Set.of())).orElse(Set.of());
        List<InputError> errors = new ArrayList<>();
        for (String name : asked) {
            if (!declared.contains(name)) {
                errors.add(InputError.query(name, "unknown-parameter", unknown(name, declared)));
            } else if (request.getUriInfo().getQueryParameters().get(name).size() > 1) {
                errors.add(InputError.query(name, "repeated-parameter", repeated(name)));
            } else if (request.getUriInfo().getQueryParameters().getFirst(name).isBlank()) {
                errors.add(InputError.query(name, "empty", empty(name)));
            }
        }
        String language = request.getUriInfo().getQueryParameters().getFirst("lang");
        if (language != null
                && !language.isBlank()
                && declared.contains("lang")
                && Language.of(language).isEmpty()) {
            errors.add(InputError.query("lang", "unknown-option", new Text("Kies nl of en.", "Choose nl or en.")));
        }
        if (!RequestHead.hasContent(request)
                && path.map(p -> p.needBody().contains(method)).orElse(false)) {
            errors.add(InputError.body("", "required", new Text("De inhoud ontbreekt.", "The content is missing.")));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** JSON is read as plain UTF-8: a compressed body, or one in another character set, would be misread. */
    private static void refuseEncodings(ContainerRequestContext request) {
        if (!RequestHead.hasContent(request)) {
            return;
        }
        String encoding = request.getHeaderString("Content-Encoding");
        String charset = charset(request);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")
                || charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw Edge.plain(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** A form that cannot be read is refused where content has to be in one; where none is needed, nobody reads it. */
    private static String charset(ContainerRequestContext request) {
        try {
            MediaType form = request.getMediaType();
            return form == null ? null : form.getParameters().get("charset");
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Text unknown(String name, Set<String> declared) {
        String known = declared.isEmpty() ? "-" : String.join(", ", declared);
        return new Text(
                "Hier bestaat geen parameter '%s'. Wel: %s.".formatted(name, known),
                "There is no parameter '%s' here. There are: %s.".formatted(name, known));
    }

    private static Text empty(String name) {
        return new Text(
                "Geef '%s' een waarde of laat het weg.".formatted(name),
                "Give '%s' a value or leave it out.".formatted(name));
    }

    private static Text repeated(String name) {
        return new Text(
                "Geef '%s' maar één keer; zet meer waarden achter elkaar met komma's.".formatted(name),
                "Give '%s' only once; write several values with commas between them.".formatted(name));
    }
}
