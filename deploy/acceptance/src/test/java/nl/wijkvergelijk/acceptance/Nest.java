package nl.wijkvergelijk.acceptance;

import static nl.wijkvergelijk.acceptance.Canaries.MARK;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A round in which every private text is a canary: Leusden's response, a finding and a group are public, and beside them is whatever is not. */
final class Nest {

    static final String ROUND = "kanaries";
    static final String RATED = "kanaries-rated";

    /** The points on a ballot of a session that is open. */
    static final String POINTS = "7.1352";

    private static final Pattern PLACE = Pattern.compile("<([A-Za-z]+[A-Za-z.*]+)>");
    private static final String RESPONSE = "/rounds/kanaries/responses/GM0327";
    private static final String SESSION = """
            {"kind": "points", "items": ["GM0327", "GM0503"], "raters": 2, "pointsMin": 1, "pointsMax": 9, "decimals": 4,
             "scales": [{"id": "depth", "label": {"nl": "Diepte", "en": "Depth"},
                         "from": {"nl": "advies", "en": "advice"}, "to": {"nl": "diep", "en": "deep"}}]}
            """;

    final Set<String> planted = new TreeSet<>();
    private final RunningProduct product;
    private final Person roos;
    private final Person lies;
    private final Person admin;

    Nest(RunningProduct product) {
        this.product = product;
        roos = new Person(product, "researcher");
        lies = new Person(product, "leusden");
        admin = new Person(product, "admin");
    }

    /** Fills the nest; answers with the sequence of the last publication. */
    long fill() {
        open(ROUND);
        open(RATED);
        evidence();
        answers();
        proposals();
        remarks();
        review();
        description();
        ratings();
        findings();
        groups();
        erasure();
        redaction();
        return publish();
    }

    private void open(String round) {
        roos.adds("/rounds", """
                {"id": "%s", "title": {"nl": "Ronde", "en": "Round"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Cao"}
                """.formatted(round));
        for (String code : new String[] {"GM0327", "GM0503"}) {
            roos.puts("/rounds/" + round + "/participants/" + code, RESPONSE, with("""
                    {"contact": {"email": "<ParticipantWrite.contact.email>@example.org", "language": "nl"}}
                    """));
        }
    }

    private void evidence() {
        lies.adds(RESPONSE + "/evidence", with("""
                {"id": "<EvidenceWrite.id>", "document": {"title": "<FiledDocument.title>", "publisher": "<FiledDocument.publisher>",
                 "url": "https://example.org/<FiledDocument.url>", "kind": "other", "public": false}}
                """));
        lies.adds(RESPONSE + "/evidence", with("""
                {"id": "<Citation.evidence>", "interview": {"group": "director", "role": "<FiledInterview.role>", "outcome": "replaced-by-individual-talks",
                 "reason": "Apart gesproken"}}
                """));
        String document = RESPONSE + "/evidence/" + Canaries.text("EvidenceWrite.id");
        lies.puts(document, with("""
                {"reason": "<EvidenceCorrection.reason>", "document": {"title": "<FiledDocument.title>", "publisher": "<FiledDocument.publisher>",
                 "url": "https://example.org/<FiledDocument.url>", "kind": "report", "public": false}}
                """));
        lies.uploads(
                document + "/content",
                "text/plain",
                (MARK + "file-content").getBytes(StandardCharsets.UTF_8),
                MARK + "file-name.txt");
    }

    private void answers() {
        lies.puts(RESPONSE + "/answers", with("""
                {"reason": "<AnswersWrite.reason>", "answers": {
                  "residents": {"value": 29000, "comment": "<Answer.comment>", "evidence": [{"evidence": "%1$s", "page": "3"}]},
                  "approach-name": {"value": "Wijkbeheer"}, "unit-name": {"value": "%2$sredacted-answer", "note": "%2$sredacted-note"}, "function-name": {"value": "wijkregisseur"},
                  "ward-count": {"value": 10, "evidence": [{"evidence": "<Citation.evidence>", "moment": "<Citation.moment>"}]},
                  "ward-level": {"value": "ward"}, "ward-purpose": {"value": "own-unit"}, "office-kind": {"value": "none"},
                  "ward-size-mean": {"value": 2900, "statements": [{"value": 3000, "relation": "contradicts"}]},
                  "fte-total": {"value": 56, "unit": "hours-per-week", "definition": "coordinators-only"},
                  "ward-budget": {"missing": "not-stated"}}}
                """).formatted(Canaries.text("EvidenceWrite.id"), MARK));
        lies.changes(RESPONSE + "/answers", """
                {"answers": {"ward-count": {"value": 11, "note": "%sreplaced-answer"}}}
                """.formatted(MARK));
        lies.adds(
                RESPONSE + "/revisions",
                RESPONSE + "/answers",
                with("{\"from\": 1, \"reason\": \"<RestoreWrite.reason>\"}"));
    }

    /** What Leusden answered in the other round is proposed, and dismissed with a reason. */
    private void proposals() {
        lies.puts(
                "/rounds/" + RATED + "/responses/GM0327/answers",
                "{\"answers\": {\"goals-shift\": {\"value\": \"%sdismissed-answer\"}}}".formatted(MARK));
        roos.adds("/rounds/" + ROUND + "/proposals", "{\"from\": \"%s\"}".formatted(RATED));
        lies.adds(
                RESPONSE + "/proposals/decisions",
                RESPONSE + "/answers",
                with("{\"dismiss\": true, \"reason\": \"<ProposalDecisions.reason>\"}"));
    }

    private void remarks() {
        roos.adds(RESPONSE + "/remarks", with("""
                {"kind": "clarification-request", "question": "fte-total", "text": "<RemarkWrite.text>"}
                """));
        lies.adds(RESPONSE + "/remarks/1/replies", with("{\"text\": \"<ReplyWrite.text>\"}"));
        roos.adds(
                RESPONSE + "/remarks/1/replies",
                with("{\"text\": \"<ReplyWrite.text>\", \"onBehalf\": \"<ReplyWrite.onBehalf>\"}"));
        roos.puts(RESPONSE + "/remarks/1/resolution", RESPONSE + "/remarks/1", with("""
                {"outcome": "accepted", "clarification": "Zonder ondersteuning.", "reason": "<ResolutionWrite.reason>"}
                """));
    }

    private void review() {
        lies.takes(RESPONSE, "{\"action\": \"submit\"}");
        roos.takes(RESPONSE, with("{\"action\": \"return\", \"reason\": \"<TransitionWrite.reason>\"}"));
        lies.takes(RESPONSE, "{\"action\": \"submit\"}");
        roos.takes(RESPONSE, "{\"action\": \"start-review\"}");
    }

    private void description() {
        String comments = RESPONSE + "/description/comments";
        roos.puts(
                RESPONSE + "/description",
                with("{\"language\": \"nl\", \"sections\": {\"context\": \"<DescriptionWrite.sections.*>\"}}"));
        roos.takes(
                RESPONSE,
                "{\"action\": \"send-for-comment\", \"deadline\": \"%s\"}"
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(9)));
        lies.adds(comments, with("{\"text\": \"<CommentWrite.text>\"}"));
        roos.adds(comments, with("{\"text\": \"<CommentWrite.text>\", \"onBehalf\": \"<CommentWrite.onBehalf>\"}"));
        roos.puts(RESPONSE + "/description", with("""
                {"language": "nl", "sections": {"context": "Tien wijken."}, "reason": "<DescriptionWrite.reason>"}
                """));
        for (String number : new String[] {"1", "2"}) {
            roos.puts(
                    comments + "/" + number + "/disposition",
                    comments + "/" + number,
                    with("{\"outcome\": \"not\", \"why\": \"<DispositionWrite.why>\"}"));
        }
        lies.puts(RESPONSE + "/description/agreement", "{\"agrees\": true}");
        roos.takes(RESPONSE, "{\"action\": \"approve\"}");
    }

    /** One session stays open, with a ballot; of the other only totals are known, and they are public. */
    private void ratings() {
        String open = "/rounds/" + ROUND + "/rating-session";
        roos.puts(open, SESSION);
        roos.puts(
                open + "/ballots/GM0327",
                with("{\"onBehalf\": \"<BallotWrite.onBehalf>\", \"scales\": {\"depth\": {\"GM0327\": %s}}}")
                        .formatted(POINTS));
        roos.takes(open, "{\"action\": \"close\"}");
        roos.takes(open, with("{\"action\": \"reopen\", \"reason\": \"<RatingTransitionWrite.reason>\"}"));
        String rated = "/rounds/" + RATED + "/rating-session";
        roos.puts(rated, SESSION);
        roos.puts(rated + "/totals", rated, with("""
                {"reason": "<RatingTotalsWrite.reason>", "scales": {"depth": {"readings": [{"chosen": true, "totals": {"GM0327": 4, "GM0503": 8}}]}}}
                """));
        roos.takes(rated, "{\"action\": \"publish\"}");
    }

    private void findings() {
        String findings = "/rounds/" + ROUND + "/findings";
        String finding = """
                {"id": "%s", "theme": "meta", "kind": "observation", "order": %d, "municipalities": ["GM0327"],
                 "text": {"nl": "%s", "en": "%s"}, "reason": "%s"}
                """;
        roos.adds(findings, finding.formatted("seen", 1, "Regen.", "Rain.", with("<FindingWrite.reason>")));
        roos.puts(findings + "/seen", finding.formatted("seen", 2, "Zon.", "Sun.", with("<FindingWrite.reason>")));
        roos.adds(
                findings,
                finding.formatted(
                        MARK + "draft-finding",
                        3,
                        with("<FindingWrite.text.nl>"),
                        with("<FindingWrite.text.en>"),
                        "Nieuw"));
    }

    /** A contact of the other round is erased. */
    private void erasure() {
        roos.puts(
                "/rounds/" + RATED + "/participants/GM0503",
                RESPONSE,
                with("{\"contact\": {\"email\": \"<ErasureWrite.email>@example.org\", \"language\": \"nl\"}}"));
        admin.adds("/erasures", with("""
                {"account": "<ErasureWrite.account>", "email": "<ErasureWrite.email>@example.org", "reason": "<ErasureWrite.reason>"}
                """));
    }

    /** The second comment is redacted; the first still says what both said. */
    private void redaction() {
        admin.adds(
                RESPONSE + "/redactions",
                with("{\"subject\": \"comment\", \"item\": 2, \"reason\": \"<RedactionWrite.reason>\"}"));
    }

    private void groups() {
        String groups = "/rounds/" + ROUND + "/groups/";
        String group = """
                {"name": {"nl": "%s", "en": "%s"}, "description": {"nl": "%s", "en": "%s"}, "source": "%s",
                 "municipalities": ["GM0327"], "reason": "%s"}
                """;
        roos.puts(
                groups + "near",
                group.formatted("Hier", "Here", "Dichtbij.", "Near.", "Kaart", with("<GroupWrite.reason>")));
        roos.puts(
                groups + MARK + "draft-group",
                group.formatted(
                        with("<GroupWrite.name.nl>"),
                        with("<GroupWrite.name.en>"),
                        with("<GroupWrite.description.nl>"),
                        with("<GroupWrite.description.en>"),
                        with("<GroupWrite.source>"),
                        with("<GroupWrite.reason>")));
    }

    /** What is published names a unit as it should not have been; that is redacted, and is in no dataset any more. A draft answers anew. */
    private long publish() {
        roos.adds(
                RESPONSE + "/checklist/passes",
                with(
                        "{\"codes\": [\"disputed-without-note\", \"uncited-key-figure\"], \"reason\": \"<PassWrite.reason>\"}"));
        long told = roos.adds("/rounds/" + ROUND + "/publications", """
                {"municipalities": ["GM0327"], "findings": ["seen"], "groups": ["near"]}
                """)
                .path("sequence")
                .asLong();
        RunningProduct.await(
                Duration.ofSeconds(30),
                () -> product.comparison("/datasets").path("latest").asLong() >= told);
        String shown = product.comparison("/figures?round=" + ROUND).toString();
        assertTrue(shown.contains(MARK + "redacted-answer"), shown);
        long sequence =
                admin.adds(RESPONSE + "/redactions", """
                {"subject": "answer", "question": "unit-name", "reason": "Er stond wie er werkt."}
                """).path("publication").asLong();
        lies.changes(RESPONSE + "/answers", """
                {"answers": {"unit-name": {"value": "%sdraft-answer", "note": "%sdraft-note"}}}
                """.formatted(MARK, MARK));
        return sequence;
    }

    /** Puts the canaries in their places, and remembers which. */
    private String with(String body) {
        Matcher place = PLACE.matcher(body);
        return place.replaceAll(found -> {
            String text = Canaries.text(found.group(1));
            planted.add(text);
            return text;
        });
    }
}
