package nl.wijkvergelijk.comparison.kept;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import nl.wijkvergelijk.comparison.representation.Representation;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends what {@link Revalidation} made of a representation, in the same way as what is kept. */
@Provider
public class RepresentationWriter implements ServerMessageBodyWriter<Representation> {

    private static final String PLACE = "wijkvergelijk.to-send";

    private final Outgoing outgoing;
    private final RoutingContext context;

    private record ToSend(Rendered answer, Rendered.Variant variant) {}

    RepresentationWriter(Outgoing outgoing, RoutingContext context) {
        this.outgoing = outgoing;
        this.context = context;
    }

    /** Says what is to be sent to who asked. */
    static void prepare(RoutingContext context, Rendered answer, Rendered.Variant variant) {
        context.put(PLACE, new ToSend(answer, variant));
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == Representation.class;
    }

    @Override
    public void writeResponse(Representation answer, Type genericType, ServerRequestContext request) {
        ToSend prepared = context.get(PLACE);
        outgoing.send(context, prepared.answer(), prepared.variant());
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Representation.class;
    }

    @Override
    public void writeTo(
            Representation answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new IllegalStateException("there is nothing between this writer and the connection");
    }
}
