package nl.wijkvergelijk.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing the contract says of an operation under {@code x-rate-limit}: a class, or a list of classes each with what it goes by.
 *
 * @param rateClass what a request counts as
 * @param queries that have one of these in the query, {@code name} or {@code name=value}
 * @param accept or ask for one of these media types; every request when there are neither
 */
record RateLimit(RateClass rateClass, List<String> queries, List<String> accept) {

    /** What is written, in that order; a GET that nothing is said of is a read, anything else a write. */
    static List<RateLimit> parse(String method, Object written) {
        RateLimit usual = always(method.equals("get") ? RateClass.READS : RateClass.WRITES);
        if (written instanceof List<?> list) {
            return Stream.concat(list.stream().map(RateLimit::parse), Stream.of(usual))
                    .toList();
        }
        return List.of(written == null ? usual : always(RateClass.of((String) written)));
    }

    /** The class of a request: the first that it goes by. */
    static RateClass classOf(List<RateLimit> limits, HttpServerRequest request) {
        for (RateLimit each : limits) {
            if (each.goesFor(request)) {
                return each.rateClass();
            }
        }
        throw new IllegalStateException("the last one goes for every request");
    }

    private static RateLimit always(RateClass rateClass) {
        return new RateLimit(rateClass, List.of(), List.of());
    }

    @SuppressWarnings("unchecked")
    private static RateLimit parse(Object written) {
        Map<String, Object> members = Contract.map(written);
        return new RateLimit(
                RateClass.of((String) members.get("class")),
                (List<String>) members.getOrDefault("queries", List.of()),
                (List<String>) members.getOrDefault("accept", List.of()));
    }

    private boolean goesFor(HttpServerRequest request) {
        return queries.isEmpty() && accept.isEmpty() || isAnyAsked(request) || isAnyAccepted(request);
    }

    private boolean isAnyAsked(HttpServerRequest request) {
        for (String query : queries) {
            if (isAsked(request, query)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyAccepted(HttpServerRequest request) {
        String accepted = accept.isEmpty() ? null : RequestHead.accept(request);
        return accepted != null && accept.stream().anyMatch(accepted.toLowerCase(Locale.ROOT)::contains);
    }

    private static boolean isAsked(HttpServerRequest request, String query) {
        if (!canBeAsked(request.query(), query)) {
            return false;
        }
        String[] parts = query.split("=", 2);
        String value = request.getParam(parts[0]);
        return value != null && (parts.length == 1 || parts[1].equals(value));
    }

    /** As long as nothing in it is encoded, a query has to hold what it says. Most do not, and need not be taken apart. */
    private static boolean canBeAsked(String query, String asked) {
        return query != null && (query.contains(asked) || query.indexOf('%') >= 0);
    }
}
