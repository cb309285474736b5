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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.wijkvergelijk.comparison.published.Coming;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Turns;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.Overload;
import nl.wijkvergelijk.http.RequestHead;
import org.jboss.logging.Logger;

/**
 * Keeps answers that were asked before, ready to be sent by the thread that read the request: nothing is parsed, looked up or compared, and who has it already gets 304.
 * What is being made is made once, however many ask for it. Only so many bytes are kept; what was asked least goes first. An answer is given as long as its
 * {@link nl.wijkvergelijk.comparison.representation.Basis} holds, so publications elsewhere do not touch it. Of a publication that does, what was asked most is made
 * before it is held.
 */
@ApplicationScoped
class KeptAnswers {

    private static final Logger LOG = Logger.getLogger(KeptAnswers.class);

    /** Behind whatever counts or refuses requests, before the resources. */
    private static final int BEFORE_RESOURCES = -40;

    private static final String BASE = "/v1/";
    private static final String PLACE = "wijkvergelijk.kept";

    /** Bytes of an entry beside its content, roughly. */
    private static final int OVERHEAD = 2_000;

    /** As many as are looked at for answers to make ahead. */
    private static final int HOTTEST = 1_000;

    /** Bytes of an answer that may have to wait for its turn. */
    private static final int LARGE = 1_000_000;

    private final Datasets datasets;
    private final Duration aheadFor;
    private final long aheadBytes;
    private final Turns turns;
    private final Outgoing outgoing;
    private final Overload overload;
    private final AsyncCache<Question, Rendered> answers;
    private final Counter kept;
    private final Counter waited;
    private final Counter made;
    private final Counter ahead;

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

    KeptAnswers(
            Datasets datasets,
            Turns turns,
            Outgoing outgoing,
            Overload overload,
            CacheConfig config,
            MeterRegistry metrics) {
        this.datasets = datasets;
        this.turns = turns;
        this.outgoing = outgoing;
        this.overload = overload;
        this.aheadFor = config.ahead();
        this.aheadBytes = config.memory().asLongValue();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .<Question, Rendered>weigher((question, answer) -> question.size() + answer.size() + OVERHEAD)
                .executor(Runnable::run)
                .buildAsync();
        this.kept = counter(metrics, "kept");
        this.waited = counter(metrics, "waited");
        this.made = counter(metrics, "made");
        this.ahead = counter(metrics, "ahead");
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
                .description(
                        "Answers to what can be kept: kept before, waited for while another made it, made, made ahead of a publication")
                .tag("from", from)
                .register(metrics);
    }

    void install(@Observes Router router) {
        router.route(BASE + "*").order(BEFORE_RESOURCES).handler(this::answer);
    }

    /** While all still read what is held: makes what was asked most of what comes, so that the first who asks then does not wait for it. */
    void makeAhead(@Observes Coming coming) {
        long began = System.nanoTime();
        long bytes = 0;
        var hottest = answers.synchronous().policy().eviction().orElseThrow().hottest(HOTTEST);
        for (Rendered answer : hottest.values()) {
            long left = aheadFor.toNanos() - (System.nanoTime() - began);
            // Both are in memory for a while. Nor does the publication wait for somebody's large answer.
            boolean fits = answer.makingNanos() < left
                    && bytes + answer.size() <= aheadBytes
                    && (answer.size() < LARGE || turns.areFree());
            if (fits && answer.isToMakeAhead() && !answer.holds(coming.held())) {
                bytes += answer.size();
                try {
                    answer.makeAhead(coming.held());
                    ahead.increment();
                } catch (RuntimeException e) {
                    LOG.debug("not made ahead: it is made, or refused, when it is asked again", e);
                }
            }
        }
    }

    /** Nobody is given what no longer holds; so it does not stay in memory either. What was made to follow it takes its place. */
    void dropWhatIsOver(@Observes Held now) {
        answers.asMap().forEach((question, there) -> {
            // Null where it is still being made, and where nothing came of it that may be kept.
            Rendered answer = there.getNow(null);
            if (answer == null || answer.holds(now)) {
                return;
            }
            Rendered next = answer.at(now);
            if (next == null) {
                answers.asMap().remove(question, there);
            } else {
                answers.asMap().replace(question, there, CompletableFuture.completedFuture(next));
            }
        });
    }

    /** Hands over what was made for a request. */
    static void offer(RoutingContext context, Rendered answer) {
        CompletableFuture<Rendered> place = context.get(PLACE);
        if (place != null) {
            answer.ask();
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
        return there.isDone() && now(there.getNow(null)) == null;
    }

    /** What of it is so now; null where nothing is. */
    private Rendered now(Rendered answer) {
        return answer == null ? null : answer.at(datasets.held());
    }

    private void make(RoutingContext context, CompletableFuture<Rendered> place) {
        context.put(PLACE, place);
        context.addEndHandler(end -> place.complete(null));
        place.thenAccept(answer -> {
            if (answer != null) {
                made.increment();
            }
        });
        make(context);
    }

    /** Lets it be made; not while those who asked before take so much that there may be no memory for more. */
    private void make(RoutingContext context) {
        if (turns.isFull()) {
            overload.refuse(context);
        } else {
            context.next();
        }
    }

    private void await(RoutingContext context, CompletableFuture<Rendered> there) {
        var loop = Vertx.currentContext();
        there.whenComplete((answer, failure) -> loop.runOnContext(now -> give(context, answer, waited)));
    }

    /** Gives the answer, or has it made where there is none after all. */
    private void give(RoutingContext context, Rendered there, Counter how) {
        Rendered answer = now(there);
        if (answer == null) {
            make(context);
            return;
        }
        answer.ask();
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
        boolean isLarge = variant.whole() == null && context.request().method().equals(HttpMethod.GET);
        if (isLarge && turns.isFull()) {
            overload.refuse(context);
            return;
        }
        put(response, variant.headers());
        outgoing.send(context, answer, variant);
    }

    private static void put(HttpServerResponse response, List<Rendered.Header> headers) {
        MultiMap all = response.headers();
        for (Rendered.Header each : headers) {
            all.add(each.name(), each.value());
        }
    }
}
