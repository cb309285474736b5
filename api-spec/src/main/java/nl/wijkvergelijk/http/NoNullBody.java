package nl.wijkvergelijk.http;

import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that is the JSON literal {@code null} says nothing; without this a resource would receive it as a Java null. */
@Provider
class NoNullBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null || body instanceof NullNode) {
            throw ProblemException.invalid(
                    InputError.body("", "required", new Text("De inhoud ontbreekt.", "The content is missing.")));
        }
        return body;
    }
}
