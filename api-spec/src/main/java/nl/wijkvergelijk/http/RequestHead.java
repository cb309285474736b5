package nl.wijkvergelijk.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;

/** What the head of a request says (RFC 9112, section 2.1), read alike wherever something is decided by it. */
public final class RequestHead {

    private RequestHead() {}

    /** The path below {@code /v1}, as the contract writes it. */
    static String path(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/") ? path : "/" + path;
    }

    /** The method; HEAD is answered by GET, so it is judged as GET. */
    public static String method(ContainerRequestContext request) {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    /** Whether content is announced. */
    public static boolean hasContent(ContainerRequestContext request) {
        return hasContent(request.getHeaderString("Content-Length"), request.getHeaderString("Transfer-Encoding"));
    }

    /** The same before the framework of the resources has seen it. */
    public static boolean hasContent(HttpServerRequest request) {
        return hasContent(request.getHeader("Content-Length"), request.getHeader("Transfer-Encoding"));
    }

    /** What the client takes, all lines of it; null where it says nothing. */
    public static String accept(HttpServerRequest request) {
        List<String> lines = request.headers().getAll("Accept");
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    private static boolean hasContent(String length, String transferEncoding) {
        return transferEncoding != null || length != null && !length.equals("0");
    }
}
