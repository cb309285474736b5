package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of a response, each act held against a model of the workflow that shares nothing with the code: what is answered, what the response says of itself
 * afterwards, and at the end the history. {@code -Dworkflow.lives=1000} lives more of them, {@code -Dworkflow.seed} others.
 */
@QuarkusTest
class WorkflowModelApiTest {

    private static final int ACTS = 50;

    static LongStream lives() {
        long seed = Long.getLong("workflow.seed", 2005);
        return LongStream.range(seed, seed + Integer.getInteger("workflow.lives", 4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lives")
    void aLifeGoesAsTheModelSays(long seed) throws SQLException {
        Life life = new Life(new Random(seed), Api.leusden(Api.roundWithLeusdenAndDelft()));
        for (int i = 0; i < ACTS; i++) {
            life.act();
        }
        life.end();
    }

    /** What a request needs to be let through, in the order in which it is looked at. */
    private record Asked(String account, boolean stale, boolean reason, boolean onBehalf) {}

    /** One response and what the model knows of it. */
    private static final class Life {

        private static final Map<String, Set<String>> FROM = Map.of(
                "submit", Set.of("draft", "changes-requested"),
                "start-review", Set.of("submitted"),
                "request-changes", Set.of("in-review"),
                "send-for-comment", Set.of("in-review"),
                "return", Set.of("submitted", "in-review", "in-comment", "approved"),
                "approve", Set.of("in-review", "in-comment"),
                "publish", Set.of("approved"),
                "withdraw",
                        Set.of(
                                "draft",
                                "submitted",
                                "in-review",
                                "changes-requested",
                                "in-comment",
                                "approved",
                                "published"));

        private static final Map<String, String> TO = Map.of(
                "submit", "submitted",
                "start-review", "in-review",
                "request-changes", "changes-requested",
                "send-for-comment", "in-comment",
                "return", "draft",
                "approve", "approved",
                "publish", "published");

        private static final List<String> ANSWERS = List.of(
                Api.complete(),
                Api.complete().replace("\"value\": 10", "\"value\": 12"),
                // Required answers are missing.
                "{\"answers\": {\"ward-count\": {\"value\": 10}}}");

        private final Random random;
        private final String response;
        private final List<String> told = new ArrayList<>(List.of("take-part"));

        private String state = "draft";
        private int answers = -1;
        private int revision;
        private Integer published;
        private int agreedOn = -1;
        private int asked;
        private boolean open;
        private boolean replied;
        private String tagBefore;
        private String did;

        Life(Random random, String response) {
            this.random = random;
            this.response = response;
            as("researcher")
                    .body(CommentRound.DESCRIPTION)
                    .put(response + "/description")
                    .then()
                    .statusCode(201);
        }

        /** Something that somebody might try now; a step that leads on is the likeliest, so that lives get somewhere. */
        void act() {
            String tag = tag();
            int dice = random.nextInt(20);
            if (dice < 4) {
                save();
            } else if (dice == 4) {
                ask();
            } else if (dice == 5) {
                reply();
            } else if (dice == 6) {
                resolve();
            } else if (dice == 7) {
                agree();
            } else if (dice < 11) {
                step(pick(List.copyOf(new TreeSet<>(FROM.keySet()))));
            } else {
                step(onward());
            }
            if (!tag.equals(tag())) {
                tagBefore = tag;
            }
            as("researcher")
                    .get(response)
                    .then()
                    .body("state", equalTo(state))
                    .body("revision", equalTo(revision))
                    .body("published.revision", equalTo(published));
        }

        private String onward() {
            return switch (state) {
                case "draft", "changes-requested" -> "submit";
                case "submitted" -> "start-review";
                case "in-review" -> pick(List.of("request-changes", "send-for-comment", "approve"));
                case "in-comment" -> "approve";
                case "approved" -> "publish";
                default -> "withdraw";
            };
        }

        private Asked asked(List<String> accounts) {
            String account =
                    random.nextInt(6) == 0 ? pick(List.of("leusden", "delft", "researcher", "admin")) : pick(accounts);
            return new Asked(
                    account,
                    tagBefore != null && random.nextInt(8) == 0,
                    random.nextInt(8) != 0,
                    account.equals("researcher") == (random.nextInt(8) != 0));
        }

        private void save() {
            Asked by = asked(List.of("leusden"));
            int which = random.nextInt(ANSWERS.size());
            String body = with(ANSWERS.get(which), by);
            boolean stale = by.stale() && revision > 1;
            RequestSpecification request = as(by.account()).body(body);
            if (revision > 0) {
                request = request.header("If-Match", "\"%d\"".formatted(stale ? revision - 1 : revision));
            }
            boolean isOpen = Set.of("draft", "changes-requested", "published").contains(state);
            int expected = first(
                    outsider(by),
                    stale ? 412 : 0,
                    speaksWrongly(by) ? 400 : 0,
                    isOpen ? 0 : 409,
                    revision == 0 ? 201 : 200);
            did("save " + which, by, expected, request.put(response + "/answers"));
            if (expected < 300 && which != answers) {
                answers = which;
                revision++;
                state = state.equals("published") ? "draft" : state;
                told.add("save");
            }
        }

        private void step(String action) {
            Asked by = asked(List.of(action.equals("submit") ? "leusden" : "researcher"));
            boolean corrects = published != null && state.equals("approved");
            boolean needsReason =
                    Set.of("request-changes", "return", "withdraw").contains(action)
                            || action.equals("publish") && corrects;
            boolean isSubmit = action.equals("submit");
            if (action.equals("publish") && state.equals("approved")) {
                Api.passWarnings(response);
            }
            String body = "{\"action\": \"%s\"%s%s}"
                    .formatted(
                            action,
                            action.equals("send-for-comment")
                                    ? ", \"deadline\": \"%s\""
                                            .formatted(CommentRound.today().plusDays(7))
                                    : "",
                            said(by));
            int expected = first(
                    outsider(by),
                    by.stale() ? 412 : 0,
                    !isSubmit && by.account().equals("leusden") ? 403 : 0,
                    isSubmit && speaksWrongly(by) || needsReason && !by.reason() ? 400 : 0,
                    isPossible(action, by) ? 0 : 409,
                    200);
            did(
                    action,
                    by,
                    expected,
                    as(by.account())
                            .header("If-Match", by.stale() ? tagBefore : tag())
                            .body(body)
                            .post(response + "/transitions"));
            if (expected == 200) {
                taken(action);
            }
        }

        private boolean isPossible(String action, Asked by) {
            boolean blocked =
                    switch (action) {
                        case "submit" ->
                            revision == 0 || answers == 2 || state.equals("changes-requested") && open && !replied;
                        case "request-changes" -> !open;
                        case "approve" -> open || (state.equals("in-comment") ? agreedOn != revision : !by.onBehalf());
                        case "publish" -> open;
                        case "withdraw" -> published == null;
                        default -> false;
                    };
            return FROM.get(action).contains(state) && !blocked;
        }

        private void taken(String action) {
            if (action.equals("withdraw")) {
                published = null;
                state = state.equals("published") ? "draft" : state;
            } else {
                state = TO.get(action);
                published = action.equals("publish") ? Integer.valueOf(revision) : published;
            }
            told.add(action);
        }

        private void ask() {
            if (revision == 0 || open) {
                return;
            }
            Asked by = new Asked(pick(List.of("researcher", "leusden")), false, true, false);
            int expected = by.account().equals("leusden") ? 403 : 201;
            did(
                    "ask",
                    by,
                    expected,
                    as(by.account()).body(RemarksApiTest.REQUEST).post(response + "/remarks"));
            if (expected == 201) {
                asked++;
                open = true;
                replied = false;
            }
        }

        private void reply() {
            if (open) {
                Asked by = new Asked("leusden", false, true, false);
                String path = response + "/remarks/" + asked + "/replies";
                did(
                        "reply",
                        by,
                        201,
                        as("leusden").body("{\"text\": \"Without.\"}").post(path));
                replied = true;
            }
        }

        private void resolve() {
            if (open) {
                Asked by = new Asked(pick(List.of("researcher", "leusden")), false, true, false);
                String path = response + "/remarks/" + asked;
                String tag = as("researcher").get(path).header("ETag");
                int expected = by.account().equals("leusden") ? 403 : 200;
                did(
                        "resolve",
                        by,
                        expected,
                        as(by.account())
                                .header("If-Match", tag)
                                .body("{\"outcome\": \"accepted\", \"reason\": \"Clear\"}")
                                .put(path + "/resolution"));
                open = expected != 200;
            }
        }

        private void agree() {
            Asked by = new Asked(pick(List.of("leusden", "delft")), false, true, false);
            int expected = first(outsider(by), state.equals("in-comment") ? 0 : 409, agreedOn < 0 ? 201 : 200);
            RequestSpecification request = as(by.account()).body("{\"agrees\": true}");
            if (agreedOn >= 0) {
                request = request.header("If-Match", "*");
            }
            did("agree", by, expected, request.put(response + "/description/agreement"));
            agreedOn = expected < 300 ? revision : agreedOn;
        }

        private static int outsider(Asked by) {
            return by.account().equals("delft") ? 404 : by.account().equals("admin") ? 403 : 0;
        }

        private static boolean speaksWrongly(Asked by) {
            return by.account().equals("leusden") == by.onBehalf();
        }

        private static String with(String answers, Asked by) {
            return answers.strip().replaceFirst("}$", said(by) + "}");
        }

        private static String said(Asked by) {
            return (by.reason() ? ", \"reason\": \"So it goes\"" : "")
                    + (by.onBehalf() ? ", \"onBehalf\": \"By telephone\"" : "");
        }

        private static int first(int... statuses) {
            for (int status : statuses) {
                if (status != 0) {
                    return status;
                }
            }
            throw new IllegalArgumentException();
        }

        private void did(String what, Asked by, int expected, Response answer) {
            did = (did == null ? "" : did) + "\n" + state + ": " + what + " " + by;
            assertEquals(expected, answer.statusCode(), () -> did + "\n" + answer.asString());
        }

        private String tag() {
            return as("researcher").get(response).header("ETag");
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        /** The history has exactly what was let through, in its order. (Passing warnings is no act of this model.) */
        void end() throws SQLException {
            assertEquals(
                    String.join(" ", told),
                    Database.text(
                            "select string_agg(action, ' ' order by id) from history.event where subject = 'response' and action <> 'pass-warnings' and round = '%s' and municipality = '%s'"
                                    .formatted(response.split("/")[2], Api.LEUSDEN)));
        }
    }
}
