package nl.wijkvergelijk.survey.remark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
import nl.wijkvergelijk.survey.response.StepCheck;
import nl.wijkvergelijk.survey.response.Surveyed;

/** Nothing is sent back without a question, comes back without replies, or is approved or published with something open. */
@ApplicationScoped
class RemarkGates implements StepCheck {

    static final String OPEN_REQUEST = "open-clarification-request";
    static final String STALE_CLARIFICATION = "stale-clarification";

    private final Threads threads;

    RemarkGates(Threads threads) {
        this.threads = threads;
    }

    @Override
    public List<Blocker> blockers(Responses.Found found, Action action, String onBehalf) {
        return switch (action) {
            case REQUEST_CHANGES -> unlessAsked(all(found));
            case SUBMIT ->
                found.response().state() == State.CHANGES_REQUESTED
                        ? unanswered(all(found)).toList()
                        : List.of();
            case APPROVE, PUBLISH -> unsettled(all(found));
            case START_REVIEW, SEND_FOR_COMMENT, RETURN, WITHDRAW -> List.of();
        };
    }

    @Override
    public Map<String, List<Blocker>> againstPublishing(List<Surveyed> many) {
        Map<String, List<RemarkView>> threads =
                this.threads.of(Surveyed.round(many), Surveyed.codesOf(many), Filter.ALL);
        return many.stream()
                .collect(Collectors.toMap(
                        Surveyed::code, each -> unsettled(threads.getOrDefault(each.code(), List.of()))));
    }

    private static List<Blocker> unsettled(List<RemarkView> all) {
        return Stream.concat(open(all), overtaken(all)).toList();
    }

    private List<RemarkView> all(Responses.Found found) {
        return threads.of(found.response().key(), Filter.ALL);
    }

    private static List<Blocker> unlessAsked(List<RemarkView> all) {
        return all.stream().anyMatch(RemarkGates::isOpenRequest)
                ? List.of()
                : List.of(
                        new Blocker(
                                "no-clarification-request",
                                List.of(),
                                new Text(
                                        "Zeg eerst waar het om gaat: stel een verzoek om opheldering (POST …/remarks, kind clarification-request).",
                                        "First say what it is about: put a clarification request (POST …/remarks, kind clarification-request).")));
    }

    private static Stream<Blocker> unanswered(List<RemarkView> all) {
        return blocker(
                all,
                each -> isOpenRequest(each) && each.state() == Stage.ASKED,
                "unanswered-clarification-request",
                "Reageer eerst op de opmerkingen %s (POST …/remarks/{id}/replies).",
                "First reply to the remarks %s (POST …/remarks/{id}/replies).");
    }

    private static Stream<Blocker> open(List<RemarkView> all) {
        return blocker(
                all,
                RemarkGates::isOpenRequest,
                OPEN_REQUEST,
                "Handel eerst de verzoeken om opheldering %s af (PUT …/remarks/{id}/resolution), of geef de vragenlijst terug.",
                "First resolve the clarification requests %s (PUT …/remarks/{id}/resolution), or send the response back.");
    }

    /** The answer changed after the researcher had written to the public about it. */
    private static Stream<Blocker> overtaken(List<RemarkView> all) {
        return blocker(
                all,
                RemarkGates::isOvertaken,
                STALE_CLARIFICATION,
                "De antwoorden bij de opmerkingen %s zijn gewijzigd nadat er een toelichting bij is geschreven. Handel ze opnieuw af, met of zonder toelichting (PUT …/remarks/{id}/resolution).",
                "The answers of the remarks %s changed after a clarification was written for them. Resolve them again, with or without one (PUT …/remarks/{id}/resolution).");
    }

    /** Whether its clarification is about an answer that no longer stands there. */
    static boolean isOvertaken(RemarkView remark) {
        return remark.resolution() != null
                && remark.resolution().clarification() != null
                && remark.resolution().stale();
    }

    private static boolean isOpenRequest(RemarkView remark) {
        return remark.isOpen() && remark.kind() == Kind.CLARIFICATION_REQUEST;
    }

    private static Stream<Blocker> blocker(
            List<RemarkView> all, Predicate<RemarkView> stands, String code, String nl, String en) {
        List<RemarkView> inTheWay = all.stream().filter(stands).toList();
        if (inTheWay.isEmpty()) {
            return Stream.empty();
        }
        String ids = inTheWay.stream().map(RemarkView::id).collect(Collectors.joining(", "));
        List<String> questions = inTheWay.stream()
                .flatMap(each -> each.questions().stream())
                .distinct()
                .toList();
        return Stream.of(new Blocker(code, questions, new Text(nl.formatted(ids), en.formatted(ids))));
    }
}
