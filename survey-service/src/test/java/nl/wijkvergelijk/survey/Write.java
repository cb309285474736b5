package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.wijkvergelijk.survey.access.AccessTable;

/**
 * One write operation, as somebody who may do it does it well; and a state in which it is not possible. Every fault is a small departure from this.
 *
 * @param operation as the access table writes it
 * @param account who may
 * @param id what stands for {@code {id}}
 * @param code what stands for {@code {code}}
 * @param round opens the round it happens in
 * @param before what must be there for it to succeed, by the round
 * @param type the media type of the content
 * @param content what is sent, by the round
 * @param tagged what goes into {@code If-Match} is the tag of this path; null where it takes none
 * @param blocked takes a round, once it is prepared, to where the operation is not possible; null where that cannot be
 * @param problem what is said then
 * @param beside adds what the operation needs beside its content
 */
record Write(
        String operation,
        String account,
        String id,
        String code,
        Supplier<String> round,
        Consumer<String> before,
        String type,
        Function<String, byte[]> content,
        String tagged,
        Consumer<String> blocked,
        String problem,
        UnaryOperator<RequestSpecification> beside) {

    /** With a JSON body and no more said yet: in a round of Leusden and Delft in which nothing has happened. */
    static Write of(String operation, String account, String body) {
        return new Write(
                operation,
                account,
                "1",
                Api.LEUSDEN,
                Api::roundWithLeusdenAndDelft,
                round -> {},
                "application/json",
                round -> body.getBytes(StandardCharsets.UTF_8),
                null,
                null,
                null,
                UnaryOperator.identity());
    }

    Write id(String id) {
        return new Write(operation, account, id, code, round, before, type, content, tagged, blocked, problem, beside);
    }

    Write code(String code) {
        return new Write(operation, account, id, code, round, before, type, content, tagged, blocked, problem, beside);
    }

    Write in(Supplier<String> round) {
        return new Write(operation, account, id, code, round, before, type, content, tagged, blocked, problem, beside);
    }

    Write after(Consumer<String> before) {
        return new Write(operation, account, id, code, round, before, type, content, tagged, blocked, problem, beside);
    }

    Write sending(String type, Function<String, byte[]> content) {
        return new Write(operation, account, id, code, round, before, type, content, tagged, blocked, problem, beside);
    }

    /** With the tag of a path, written as operations are. */
    Write tagged(String path) {
        return new Write(operation, account, id, code, round, before, type, content, path, blocked, problem, beside);
    }

    Write notAfter(Consumer<String> blocked, String problem) {
        return new Write(operation, account, id, code, round, before, type, content, tagged, blocked, problem, beside);
    }

    /** With a header or a query parameter that must be there. */
    Write beside(UnaryOperator<RequestSpecification> beside) {
        return new Write(operation, account, id, code, round, before, type, content, tagged, blocked, problem, beside);
    }

    /** The same, said to be in another form. */
    Write inForm(String other) {
        return sending(other, content);
    }

    /** Sending what is there already needs no tag in these; so the content is looked at first, and bad content is all that is said. */
    boolean alwaysNeedsItsTag() {
        return !path().equals("/municipalities/{code}") && !path().matches("/rounds/[^/]+/rating-session(/totals)?");
    }

    boolean isJson() {
        return type.equals("application/json");
    }

    String method() {
        return operation.split(" ")[0];
    }

    String path() {
        return operation.split(" ")[1];
    }

    /** A round in which it can be done. */
    String prepared() {
        String at = round.get();
        before.accept(at);
        return at;
    }

    /** The tag that is current, as somebody reads it who may read all. */
    String tag(String at) {
        String reader = path().startsWith("/municipalities") ? "admin" : "researcher";
        return tagged == null ? null : as(reader).get(filled(tagged, at)).header("ETag");
    }

    /** Does it as it should be done, for somebody. */
    Response asked(RequestSpecification person, String at) {
        return asked(person, at, tag(at), content.apply(at));
    }

    Response asked(RequestSpecification person, String at, String ifMatch, byte[] sent) {
        return sent(person, filled(path(), at), ifMatch, sent);
    }

    /** The same at another address. */
    Response askedAt(RequestSpecification person, String path, String at) {
        return sent(person, path, tag(at), content.apply(at));
    }

    private Response sent(RequestSpecification person, String address, String ifMatch, byte[] sent) {
        RequestSpecification request = beside.apply(person.contentType(type));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (sent.length > 0) {
            request.body(sent);
        }
        return request.request(method(), address);
    }

    String filled(String path, String at) {
        return filled(path, at, code);
    }

    String filled(String path, String at, String municipality) {
        return path.replace("{round}", at).replace("{code}", municipality).replace("{id}", id);
    }

    AccessTable.Row access() {
        return AccessTable.rows().stream()
                .filter(row -> row.action() == null && operation.equals(row.method() + " " + row.path()))
                .findFirst()
                .orElseThrow();
    }
}
