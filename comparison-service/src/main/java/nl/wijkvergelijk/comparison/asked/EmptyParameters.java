package nl.wijkvergelijk.comparison.asked;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters without a value: the framework would hand them on as not given, and {@code municipality=} would quietly mean everybody. */
class EmptyParameters {

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
        List<InputError> errors = parameters.keySet().stream()
                .filter(name -> parameters.getFirst(name).isBlank())
                .map(name -> InputError.query(
                        name,
                        "empty",
                        new Text(
                                "Geef '%s' een waarde of laat het weg.".formatted(name),
                                "Give '%s' a value or leave it out.".formatted(name))))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
