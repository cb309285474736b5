package nl.wijkvergelijk.comparison.kept;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.RequestHead;

/**
 * Keeps answers that were asked before, ready to be sent by the thread that read the request: nothing is parsed, looked up or compared, and who has it already gets 304.
 * What is being made is made once, however many ask for it. Only so many bytes are kept; what was asked least goes first. An answer is given as long as its
 * {@link nl.wijkvergelijk.comparison.representation.Basis} holds, so publications elsewhere do not touch it.
 */
@ApplicationScoped
class KeptAnswers {

    /** Behind whatever counts or refuses requests, before the resources. */
    private static final int BEFORE_RESOURCES = -40;

    private static final String BASE = "/v1/";
    private static final String PLACE = "wijkvergelijk.kept";

    /** Bytes of an entry beside its content, roughly. */
    private static final int OVERHEAD = 2_000;

    private final Datasets datasets;
    private final AsyncCache<Question, Rendered> answers;
    private final Counter kept;
    private final Counter waited;
    private final Counter made;

    /** What was asked, as it was written: what is the same in other words may well be made twice, and never is anybody given what he did not ask for. */
    private record Question(String address, String accept, String acceptLanguage) {

        static Question of(HttpServerRequest request) {
            // Of the language only the first line is looked at.
            return new Question(request.uri(), RequestHead.accept(request), request.getHeader("Accept-Language"));
        }

        int size() {
            return address.length() + size(accept) + size(acceptLanguage);
        }

        private static int size(String header) {
            return header == null ? 0 : header.length();
        }
    }

    KeptAnswers(Datasets datasets, CacheConfig config, MeterRegistry metrics) {
        this.datasets = datasets;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .<Question, Rendered>weigher((question, answer) -> question.size() + answer.size() + OVERHEAD)
                .executor(Runnable::run)
                .buildAsync();
        this.kept = counter(metrics, "kept");
        this.waited = counter(metrics, "waited");
        this.made = counter(metrics, "made");
        Gauge.builder("wijkvergelijk.answers.kept", answers, each -> each.synchronous()
                        .estimatedSize())
                .description("Answers that are kept at this moment")
                .register(metrics);
        Gauge.builder("wijkvergelijk.answers.kept.size", answers, each -> each.synchronous()
                        .policy()
                        .eviction()
                        .orElseThrow()
                        .weightedSize()
                        .orElse(0))
                .description("Bytes of memory they take")
                .baseUnit("bytes")
                .register(metrics);
    }

    private static Counter counter(MeterRegistry metrics, String from) {
        return Counter.builder("wijkvergelijk.answers")
                .description("Answers to what can be kept: kept before, waited for while another made it, made")
                .tag("from", from)
                .register(metrics);
    }

    void install(@Observes Router router) {
        router.route(BASE + "*").order(BEFORE_RESOURCES).handler(this::answer);
    }

    /** Nobody is given what no longer holds; so it does not stay in memory either. */
    void dropWhatIsOver(@Observes Held now) {
        answers.synchronous().asMap().values().removeIf(answer -> !answer.holds(now));
    }

    /** Hands over what was made for a request. */
    static void offer(RoutingContext context, Rendered answer) {
        CompletableFuture<Rendered> place = context.get(PLACE);
        if (place != null) {
            place.complete(answer.isToKeep() ? answer : null);
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads || RequestHead.hasContent(request)) {
            context.next();
            return;
        }
        Question question = Question.of(request);
        CompletableFuture<Rendered> there = answers.getIfPresent(question);
        if (there == null || isOver(there)) {
            CompletableFuture<Rendered> mine = new CompletableFuture<>();
            there = answers.asMap().compute(question, (same, now) -> now == null || isOver(now) ? mine : now);
            if (there == mine) {
                make(context, mine);
                return;
            }
        }
        if (there.isDone()) {
            give(context, there.getNow(null), kept);
        } else {
            await(context, there);
        }
    }

    /** Whether it is there and no longer so. */
    private boolean isOver(CompletableFuture<Rendered> there) {
        return there.isDone() && !holds(there.getNow(null));
    }

    private boolean holds(Rendered answer) {
        return answer != null && answer.holds(datasets.held());
    }

    private void make(RoutingContext context, CompletableFuture<Rendered> place) {
        context.put(PLACE, place);
        context.addEndHandler(end -> place.complete(null));
        place.thenAccept(answer -> {
            if (answer != null) {
                made.increment();
            }
        });
        context.next();
    }

    private void await(RoutingContext context, CompletableFuture<Rendered> there) {
        var loop = Vertx.currentContext();
        there.whenComplete((answer, failure) -> loop.runOnContext(now -> give(context, answer, waited)));
    }

    /** Gives the answer, or has it made where there is none after all. */
    private void give(RoutingContext context, Rendered answer, Counter how) {
        if (!holds(answer)) {
            context.next();
            return;
        }
        how.increment();
        if (answer.needsPacking(context.request().getHeader("Accept-Encoding"))) {
            context.vertx()
                    .executeBlocking(() -> answer.variant(context.request().getHeader("Accept-Encoding")), false)
                    .onSuccess(packed -> send(context, answer, packed))
                    .onFailure(context::fail);
        } else {
            send(context, answer, answer.variant(context.request().getHeader("Accept-Encoding")));
        }
    }

    private void send(RoutingContext context, Rendered answer, Rendered.Variant variant) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        datasets.staleSince().ifPresent(since -> response.putHeader("Dataset-Stale-Since", since.toString()));
        if (answer.isKnownTo(context.request().getHeader("If-None-Match"))) {
            put(response, variant.headersWithoutContent());
            response.setStatusCode(304).end();
            return;
        }
        put(response, variant.headers());
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(variant.content());
        }
    }

    private static void put(HttpServerResponse response, List<Rendered.Header> headers) {
        MultiMap all = response.headers();
        for (Rendered.Header each : headers) {
            all.add(each.name(), each.value());
        }
    }
}
