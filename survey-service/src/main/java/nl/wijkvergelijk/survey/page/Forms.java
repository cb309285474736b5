package nl.wijkvergelijk.survey.page;

import io.vertx.ext.web.FileUpload;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.description.Agreements;
import nl.wijkvergelijk.survey.description.Comments;
import nl.wijkvergelijk.survey.proposal.Proposals;
import nl.wijkvergelijk.survey.remark.Remarks;
import nl.wijkvergelijk.survey.request.Bodies;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.response.AnswersInOtherForm;
import nl.wijkvergelijk.survey.response.AnswersNow;
import nl.wijkvergelijk.survey.response.Transitions;
import nl.wijkvergelijk.survey.workbook.Workbooks;
import org.jboss.resteasy.reactive.RestResponse;

/** Does what the forms of a response ask, by the verbs of the API, and leads on to the page. Sending a form twice does it once. */
@ApplicationScoped
class Forms {

    /** Which of the questions ticked is meant. */
    private static final Pattern TICKED = Pattern.compile("/(?:confirm|dismiss)/([0-9]+)");

    private final Proposals proposals;
    private final Remarks remarks;
    private final Comments comments;
    private final Agreements agreements;
    private final Transitions transitions;
    private final AnswersInOtherForm answers;
    private final Workbooks workbooks;
    private final Idempotency idempotency;
    private final Bodies bodies;

    Forms(
            Proposals proposals,
            Remarks remarks,
            Comments comments,
            Agreements agreements,
            Transitions transitions,
            AnswersInOtherForm answers,
            Workbooks workbooks,
            Idempotency idempotency,
            Bodies bodies) {
        this.proposals = proposals;
        this.remarks = remarks;
        this.comments = comments;
        this.agreements = agreements;
        this.transitions = transitions;
        this.answers = answers;
        this.workbooks = workbooks;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    void reply(Visit visit) {
        String remark = required(visit, "remark");
        Body body = body("text", visit.field("text"));
        once(visit, body, () -> RestResponse.ok(remarks.reply(visit.round(), visit.code(), remark, body)));
        visit.leadTo(visit.response() + "?done=reply#done");
    }

    void comment(Visit visit) {
        Map<String, String> fields = new HashMap<>();
        fields.put("section", visit.field("section"));
        fields.put("text", visit.field("text"));
        Body body = bodies.of(fields);
        once(visit, body, () -> RestResponse.ok(comments.add(visit.round(), visit.code(), body)));
        visit.leadTo(visit.response() + "?done=comment#done");
    }

    /** The answer is on the text that was read: when that is another one by now, it is shown first. */
    void agreement(Visit visit) {
        boolean agrees = "yes".equals(visit.field("agrees"));
        Map<String, Object> fields = new HashMap<>();
        fields.put("agrees", agrees);
        fields.put("dissent", agrees ? null : visit.field("dissent"));
        fields.put("version", version(visit));
        Body body = bodies.of(fields);
        once(visit, body, () -> agreements.answer(visit.round(), visit.code(), visit.field("tag"), body));
        visit.leadTo(visit.response() + "?done=agreement#done");
    }

    /** What is ticked, or all that is left; what stands in the way is said of the question it is about. */
    void decide(Visit visit) {
        String decision = required(visit, "decide");
        boolean confirms = decision.startsWith("confirm");
        List<String> ticked = visit.fields("question");
        Object chosen =
                switch (decision) {
                    case "confirm", "dismiss" -> ticked;
                    case "confirm-all", "dismiss-all" -> true;
                    default -> throw ProblemException.notFound();
                };
        Body body = bodies.of(Map.of(confirms ? "confirm" : "dismiss", chosen));
        try {
            once(
                    visit,
                    body,
                    () -> RestResponse.ok(proposals.decide(visit.round(), visit.code(), visit.field("tag"), body)));
        } catch (ProblemException refused) {
            throw refused.type() == HttpProblem.INVALID_INPUT ? named(refused, ticked) : refused;
        }
        visit.leadTo(visit.response() + (confirms ? "?done=confirmed#done" : "?done=dismissed#done"));
    }

    private static ProblemException named(ProblemException refused, List<String> ticked) {
        return ProblemException.invalid(refused.errors().stream()
                .map(error -> {
                    Matcher place = TICKED.matcher(error.pointer());
                    return place.matches()
                            ? InputError.body(
                                    "/answers/" + ticked.get(Integer.parseInt(place.group(1))),
                                    error.code(),
                                    error.detail())
                            : error;
                })
                .toList());
    }

    void submit(Visit visit) {
        Body body = body("action", "submit");
        String tag = required(visit, "tag");
        once(visit, body, () -> RestResponse.ok(transitions.take(visit.round(), visit.code(), tag, body)));
        visit.leadTo(visit.response() + "/receipt?done=submitted");
    }

    void workbook(Visit visit) {
        byte[] file = file(visit);
        AnswersNow before = answers.now(visit.round(), visit.code());
        answers.merge(
                visit.round(),
                visit.code(),
                before.revision() == 0 ? null : before.tag(),
                null,
                now -> workbooks.read(now, file));
        AnswersNow after = answers.now(visit.round(), visit.code());
        visit.leadTo(visit.response()
                + (after.revision() == before.revision()
                        ? "?done=unchanged#done"
                        : "?done=workbook&revision=" + after.revision() + "#done"));
    }

    private static byte[] file(Visit visit) {
        FileUpload upload = visit.context().fileUploads().stream()
                .filter(each -> each.name().equals("workbook") && each.size() > 0)
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(InputError.body(
                        "",
                        "required",
                        new Text(
                                "Kies eerst het ingevulde werkboek (.xlsx).",
                                "First choose the workbook that you filled in (.xlsx)."))));
        try {
            return Files.readAllBytes(Path.of(upload.uploadedFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Visit visit) {
        return Optional.of(required(visit, "version"))
                .filter(sent -> sent.matches("[1-9][0-9]{0,8}"))
                .map(Integer::parseInt)
                .orElseThrow(ProblemException::notFound);
    }

    /** What an unaltered form sends always. */
    private static String required(Visit visit, String field) {
        String sent = visit.field(field);
        if (sent == null) {
            throw ProblemException.notFound();
        }
        return sent;
    }

    private Body body(String name, String value) {
        Map<String, String> fields = new HashMap<>();
        fields.put(name, value);
        return bodies.of(fields);
    }

    /** The key of a form is that of its page and its content: going back and sending other words is another thing. */
    private void once(Visit visit, Body body, Supplier<RestResponse<?>> effect) {
        String page = visit.field("once");
        String content = page + visit.path() + visit.field("remark") + new String(body.bytes(), StandardCharsets.UTF_8);
        String key = page == null ? null : "page-" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        idempotency.once(key, "POST " + visit.path(), body, effect);
    }
}
