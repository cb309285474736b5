package nl.wijkvergelijk.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds each client to its limits: 429 with {@code Retry-After} (RFC 6585) and the headers {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers-11), before anything is read or looked up for it. And holds all together to so many expensive requests at once, so that
 * these never take every thread: 503.
 */
@ApplicationScoped
public class Limits {

    /** Behind the headers that every answer has, before anybody looks who it is. */
    private static final int BEFORE_SIGNING_IN = -98_000;

    /** Behind whoever looks who it is (-200), before the resources. */
    private static final int AFTER_SIGNING_IN = -50;

    /** So many clients are remembered, some 10 MB. */
    private static final int MOST_CLIENTS = 20_000;

    private static final String AT_ONCE = "at-once";

    private final Contract contract;
    private final LimitsConfig config;
    private final Overload overload;
    private final MeterRegistry metrics;
    private final Buckets buckets;
    private final Map<RateClass, AtomicInteger> busy = new EnumMap<>(RateClass.class);

    @Inject
    Limits(Contract contract, LimitsConfig config, Overload overload, MeterRegistry metrics) {
        this.contract = contract;
        this.config = config;
        this.overload = overload;
        this.metrics = metrics;
        this.buckets = new Buckets(config::perMinute, MOST_CLIENTS, TimeMeter.SYSTEM_NANOTIME);
        for (RateClass each : RateClass.values()) {
            busy.put(each, new AtomicInteger());
        }
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_SIGNING_IN).handler(this::guess);
        router.route().order(AFTER_SIGNING_IN).handler(this::count);
    }

    /** Whoever sent names and passwords that were wrong may not try more of them than the limit. A token cannot be guessed, and its holder is not refused for what others sent from that address. */
    private void guess(RoutingContext context) {
        if (isPassword(context.request())) {
            try {
                beforeSigningIn(context);
            } catch (ProblemException tooMany) {
                Edge.refuse(context, tooMany);
                return;
            }
            context.addHeadersEndHandler(end -> {
                if (context.response().getStatusCode() == HttpProblem.UNAUTHORIZED.status()) {
                    wrongPassword(context);
                }
            });
        }
        context.next();
    }

    private static boolean isPassword(HttpServerRequest request) {
        String sent = request.getHeader("Authorization");
        return sent != null && sent.regionMatches(true, 0, "Basic ", 0, "Basic ".length());
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<RateClass> rateClass =
                contract.rateClass(request.method().name(), Edge.belowBase(context.normalizedPath()), request);
        try {
            rateClass.ifPresent(each -> {
                take(each, Client.of(context, config.proxies()), each == RateClass.READS ? null : context);
                enter(each == RateClass.WRITES && isLarge(request) ? RateClass.EXPENSIVE : each, context);
            });
        } catch (ProblemException refused) {
            Edge.refuse(context, refused);
            return;
        }
        if (rateClass.isPresent()
                && rateClass.get() == RateClass.WRITES
                && Client.isSignedIn(context)
                && hasSmall(request)) {
            takeIn(context);
        } else {
            // Of a form the pages say when it has come.
            if (rateClass.isPresent() && RequestHead.hasContent(context.request())) {
                overload.came(context);
            }
            context.next();
        }
    }

    /** Content of a usual size comes whole before a thread is asked for it: else those who send slowly would keep all of them waiting. Only for people we know. */
    private void takeIn(RoutingContext context) {
        HttpServerRequest request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        request.body().onSuccess(content -> {
            overload.came(context);
            ((RoutingContextInternal) context).setBody(content);
            context.next();
        });
        request.resume();
    }

    private boolean hasSmall(HttpServerRequest request) {
        return request.getHeader("Content-Length") != null
                && !isLarge(request)
                && !request.isEnded()
                && request.version() != HttpVersion.HTTP_2;
    }

    /** Content of which a thread waits for the end. */
    private boolean isLarge(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null
                    ? request.getHeader("Transfer-Encoding") != null
                    : Long.parseLong(length) > config.contentAtHand().asLongValue();
        } catch (NumberFormatException malformed) {
            return true;
        }
    }

    /** For {@code /v1/config}: what there is of limits, by name. */
    public Map<String, Integer> described() {
        Map<String, Integer> out = new LinkedHashMap<>();
        out.put("windowSeconds", (int) Buckets.WINDOW.toSeconds());
        for (RateClass each : RateClass.values()) {
            config.perMinute(each).ifPresent(quota -> out.put(each.member(), quota));
        }
        for (RateClass each : RateClass.values()) {
            if (config.perMinute(each).isPresent() && config.atOnce(each) != Integer.MAX_VALUE) {
                out.put(each.member() + "AtOnce", config.atOnce(each));
            }
        }
        return out;
    }

    /** Takes one request of a page from what an account may do. */
    public void take(RateClass rateClass, String account) {
        take(rateClass, Client.account(account), null);
    }

    /** Refuses an address that sent too many wrong names and passwords. */
    public void beforeSigningIn(RoutingContext context) {
        String client = Client.address(context.request(), config.proxies());
        buckets.of(RateClass.SIGN_INS, client)
                .map(bucket -> bucket.estimateAbilityToConsume(1))
                .filter(able -> !able.canBeConsumed())
                .ifPresent(able -> {
                    throw tooMany(RateClass.SIGN_INS, able.getNanosToWaitForRefill(), able.getNanosToWaitForRefill());
                });
    }

    /** Counts a name and password that do not belong together. */
    public void wrongPassword(RoutingContext context) {
        buckets.of(RateClass.SIGN_INS, Client.address(context.request(), config.proxies()))
                .ifPresent(bucket -> bucket.tryConsume(1));
    }

    private void take(RateClass rateClass, String client, RoutingContext context) {
        Bucket bucket = buckets.of(rateClass, client).orElse(null);
        if (bucket == null) {
            return;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(rateClass, probe.getNanosToWaitForRefill(), probe.getNanosToWaitForReset());
        }
        // Where nobody signs in, answers are kept by caches, for others.
        if (context != null && client.startsWith(Client.ACCOUNT)) {
            context.response()
                    .putHeader("RateLimit-Policy", policy(rateClass))
                    .putHeader(
                            "RateLimit",
                            left(rateClass, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        }
    }

    /** Lets one more in of what costs much. */
    private void enter(RateClass rateClass, RoutingContext context) {
        int most = config.atOnce(rateClass);
        if (most == Integer.MAX_VALUE) {
            return;
        }
        if (!Place.take(busy.get(rateClass), most, context)) {
            metrics.counter("wijkvergelijk.refused", "reason", AT_ONCE, "class", rateClass.code())
                    .increment();
            throw busy();
        }
    }

    private ProblemException tooMany(RateClass rateClass, long nanosToNext, long nanosToFull) {
        metrics.counter("wijkvergelijk.refused", "reason", "rate", "class", rateClass.code())
                .increment();
        long wait = seconds(nanosToNext);
        return new ProblemException(
                        HttpProblem.TOO_MANY_REQUESTS,
                        new Text(
                                "U mag er %d per minuut. Probeer het over %d s opnieuw; er is niets gedaan."
                                        .formatted(quota(rateClass), wait),
                                "You may make %d a minute. Try again in %d s; nothing was done."
                                        .formatted(quota(rateClass), wait)))
                .header("Retry-After", Long.toString(wait))
                .header("RateLimit-Policy", policy(rateClass))
                .header("RateLimit", left(rateClass, 0, Math.max(wait, seconds(nanosToFull))));
    }

    /** Too much is being done at this moment: 503, to come back in a second. */
    static ProblemException busy() {
        return new ProblemException(
                        HttpProblem.SERVICE_UNAVAILABLE,
                        new Text(
                                "Het is nu te druk. Er is niets gedaan; probeer het zo opnieuw.",
                                "There is too much to do right now. Nothing was done; try again shortly."))
                .header("Retry-After", "1");
    }

    private String policy(RateClass rateClass) {
        return "\"%s\";q=%d;w=%d".formatted(rateClass.code(), quota(rateClass), Buckets.WINDOW.toSeconds());
    }

    private static String left(RateClass rateClass, long remaining, long seconds) {
        return "\"%s\";r=%d;t=%d".formatted(rateClass.code(), remaining, seconds);
    }

    private int quota(RateClass rateClass) {
        return config.perMinute(rateClass).orElseThrow();
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
