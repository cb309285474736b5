package nl.wijkvergelijk.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds api-spec/privacy.md to the database: whoever adds a column says here that it is about nobody, or there what it keeps of people. */
@QuarkusTest
class PrivacyPageTest {

    private static final Set<String> KINDS = Set.of("account", "address", "text", "trace");

    /** Codes, numbers, moments and states of things, and what is known of municipalities anyway. */
    private static final String IMPERSONAL = """
            history.description: at language municipality round version
            history.event: action at from_state id municipality publication revision round subject to_state
            history.pass: at code id municipality questions revision round
            history.questionnaire: at id sha256 version
            history.revision: at changed municipality number restored round
            published.answer: label_en label_nl labels municipality position question revised_at revision round section section_en section_nl sequence type
            published.ballot: item rater round scale sequence value
            published.description: agreement answered_at language municipality round sequence version withdrawn written_at
            published.evidence: date internal kind municipality outcome position round sequence type
            published.figure: as_of basis currency definition disputed high low measure missing municipality period qualifier question revised_at revision round rule_notes sequence unit value
            published.finding: id indicators kind municipalities parent position related_themes round sequence theme theme_en theme_nl withdrawn
            published.municipality: code name sequence successors valid_from valid_to
            published.municipality_group: id municipalities name_en name_nl round sequence withdrawn
            published.publication: answers at ballots corrects definitions descriptions evidence figures findings groups id kind municipalities ratings round rounds sequence
            published.rating: chosen items kind municipality points_max points_min raters reading round scale sequence total
            published.round: full_time_hours full_time_hours_source id questionnaire questionnaire_version sequence title_en title_nl
            published.schema_version: version
            survey.agreement: agrees at description municipality revision round version
            survey.ballot: rater ratings revision round saved_at version
            survey.comment: at description disposed_at municipality number outcome round section version
            survey.contact: language municipality round
            survey.earlier_answers: at from_revision from_round municipality round
            survey.evidence: added_at changed_at file_media_type file_sha256 file_size id municipality round version
            survey.finding: id published_revision published_sequence revision round state version withdrawn
            survey.idempotency_key: at etag fingerprint location status
            survey.mail: attempts claimed_at due_at id item kind municipality round sent_at
            survey.municipality: code name successors valid_from valid_to version
            survey.municipality_group: id published_revision published_sequence revision round state version withdrawn
            survey.proposal_decision: at municipality outcome question round
            survey.rating_session: definition published_revision published_sequence revision round state version
            survey.remark: at kind municipality number outcome question quoted_revision replies resolved_at resolved_revision role round state version
            survey.remark_reply: at municipality number remark role round
            survey.response: answered comment_deadline missing_required municipality open_clarification_requests open_remarks published_revision published_sequence questions redactions revision round state version
            survey.round: full_time_hours full_time_hours_source id questionnaire questionnaire_version return_by title_en title_nl version
            """;

    @Test
    void everyColumnIsOnThePageOrAboutNobody() throws SQLException {
        Set<String> known = new TreeSet<>(page().keySet());
        Set<String> impersonal = impersonal();
        assertEquals(Set.of(), impersonal.stream().filter(known::contains).collect(Collectors.toSet()), "in both");
        known.addAll(impersonal);
        assertEquals(
                String.join("\n", columns()), String.join("\n", known), "database, and page with those about nobody");
        assertTrue(KINDS.containsAll(page().values()), page().toString());
    }

    @Test
    void thePageIsThereForEverybodyInBothLanguagesAndEveryPageLeadsToIt() {
        Browser anybody = Browser.anonymous();
        anybody.get("/privacy?lang=nl").then().statusCode(200).contentType("text/html");
        anybody.shows("<strong>Wat er van u wordt bewaard</strong>");
        anybody.hides("What is kept of you</strong>");
        anybody.hides("history.event");
        anybody.get("/privacy?lang=en").then().statusCode(200);
        anybody.shows("<strong>What is kept of you</strong>");
        anybody.hides("history.event");
        anybody.get("/sign-in");
        anybody.shows("href=\"/privacy\"");
    }

    private static Set<String> columns() throws SQLException {
        return new TreeSet<>(Arrays.asList(Database.text("""
                select string_agg(table_schema || '.' || table_name || '.' || column_name, ' ') from information_schema.columns
                where table_schema in ('survey', 'history', 'published')
                """).split(" ")));
    }

    private static Set<String> impersonal() {
        return IMPERSONAL
                .lines()
                .map(line -> line.split(": "))
                .flatMap(table -> Arrays.stream(table[1].split(" ")).map(column -> table[0] + "." + column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each column that the page names, and its kind. */
    private static Map<String, String> page() {
        try {
            return Files.readString(Path.of("../api-spec/privacy.md"))
                    .lines()
                    .map(Pattern.compile("\\| `([a-z_.]+)` \\| .+ \\| ([a-z]+) \\|")::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns with names of accounts, which an erasure replaces. */
    static Set<String> accounts() {
        return page().entrySet().stream()
                .filter(each -> each.getValue().equals("account"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
