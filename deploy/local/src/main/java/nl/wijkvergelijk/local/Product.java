package nl.wijkvergelijk.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The running product: a database and two services. {@link #stop()} may be called by another thread at any moment, also
 * while starting; afterwards nothing that was started still runs.
 */
final class Product implements AutoCloseable {

    private static final String DATABASE = "wijkvergelijk";

    private final Settings settings;
    private final Leash leash = new Leash();
    private final List<Service> services = new ArrayList<>();
    private CompletableFuture<EmbeddedDatabase> database;
    private boolean stopping;

    Product(Settings settings) {
        this.settings = settings;
    }

    /** Starts PostgreSQL, with the product's database in it. */
    void startDatabase() {
        CompletableFuture<EmbeddedDatabase> starting = new CompletableFuture<>();
        synchronized (this) {
            refuseWhenStopping();
            database = starting;
        }
        try {
            EmbeddedDatabase started = EmbeddedDatabase.at(settings.dataDirectory());
            starting.complete(started);
            started.createDatabase(DATABASE);
        } catch (RuntimeException e) {
            starting.completeExceptionally(e);
            throw e;
        }
    }

    Service startSurvey() {
        return start(
                "survey-service",
                settings.surveyPort(),
                Map.of(
                        "quarkus.datasource.username",
                        "wijk_survey",
                        "quarkus.flyway.username",
                        "wijk_owner",
                        "wijkvergelijk.evidence.directory",
                        settings.dataDirectory().resolve("evidence").toString()));
    }

    Service startComparison() {
        return start(
                "comparison-service",
                settings.comparisonPort(),
                Map.of(
                        "quarkus.datasource.username",
                        "wijk_comparison",
                        "wijkvergelijk.public.address",
                        "http://127.0.0.1:" + settings.comparisonPort()));
    }

    private Service start(String name, int port, Map<String, String> more) {
        Map<String, String> told = new LinkedHashMap<>(more);
        told.put("quarkus.datasource.jdbc.url", database().jdbcUrl(DATABASE));
        synchronized (this) {
            refuseWhenStopping();
            Service service = Service.start(
                    name,
                    settings.home().resolve(name + "/target/quarkus-app/quarkus-run.jar"),
                    port,
                    settings.dataDirectory().resolve("logs/" + name + ".log"),
                    told);
            leash.hold(service.process().pid(), "TERM");
            services.add(service);
            return service;
        }
    }

    EmbeddedDatabase database() {
        try {
            return database.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something ends that should not, and says what. */
    String awaitEnding() {
        CompletableFuture<String> ending = new CompletableFuture<>();
        for (Service service : services) {
            service.process().onExit().thenRun(() -> ending.complete(service.ending()));
        }
        ProcessHandle.of(database().process())
                .ifPresentOrElse(
                        process -> process.onExit().thenRun(() -> ending.complete(postgresEnded())),
                        () -> ending.complete(postgresEnded()));
        return ending.join();
    }

    private String postgresEnded() {
        return "PostgreSQL stopped by itself; its log is "
                + settings.dataDirectory().resolve("logs/postgresql.log") + ".";
    }

    synchronized boolean stopping() {
        return stopping;
    }

    private void refuseWhenStopping() {
        if (stopping) {
            throw new CannotStart("Stopped before everything had started.");
        }
    }

    /** Stops both services, then PostgreSQL, and waits until all are gone. */
    void stop() {
        List<Service> running;
        CompletableFuture<EmbeddedDatabase> started;
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
            running = List.copyOf(services);
            started = database;
        }
        running.forEach(service -> service.process().destroy());
        running.forEach(Service::stop);
        if (started != null) {
            try {
                started.get().close();
            } catch (ExecutionException neverStarted) {
                // Then there is nothing to stop.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        leash.close();
    }

    @Override
    public void close() {
        stop();
    }
}
