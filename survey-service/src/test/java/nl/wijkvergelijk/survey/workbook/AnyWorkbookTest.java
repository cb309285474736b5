package nl.wijkvergelijk.survey.workbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.answer.Tiny;

/** A workbook that nobody touched changes nothing, whatever the answers on it. */
public class AnyWorkbookTest {

    @Property(tries = 300)
    void anyAnswersComeBackAsTheyWentOut(@ForAll("answers") String answers, @ForAll Language language) {
        Desk desk = Desk.of(Tiny.QUESTIONNAIRE, Tiny.answers(answers), language);
        UntouchedWorkbookTest.assertUntouched(answers, desk.takeBack(desk.handOut()));
    }

    @Provide
    public Arbitrary<String> answers() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.of(UntouchedWorkbookTest.ODD_TEXTS),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(40).filter(AnyWorkbookTest::isText));
        Arbitrary<String> number = Arbitraries.of(
                "0",
                "1",
                "12.50",
                "0.000001",
                "999999999999999.999999",
                "9.300000",
                "-4.25",
                "100.0",
                "123456789012345");
        Arbitrary<String> whole = Arbitraries.of("0", "7", "140000", "1000000");
        Map<String, Arbitrary<String>> questions = new LinkedHashMap<>();
        questions.put(
                "name",
                Arbitraries.of(UntouchedWorkbookTest.ODD_TEXTS)
                        .filter(t -> t.length() <= 20)
                        .map(AnyWorkbookTest::json));
        questions.put(
                "streets",
                text.list().ofMinSize(1).ofMaxSize(15).uniqueElements().map(AnyWorkbookTest::list));
        questions.put("people", whole);
        questions.put("smallest", number.filter(n -> !n.startsWith("-")));
        questions.put("largest", number);
        questions.put("satisfied", Arbitraries.of("0", "33.30", "100", "0.000001"));
        questions.put("started", Arbitraries.of("1000", "2999"));
        questions.put("opened", Arbitraries.of("\"1999-12-31\"", "\"2000-02-29\""));
        questions.put("central", Arbitraries.of("true", "false"));
        questions.put("office", Arbitraries.of("\"none\"", "\"open\""));
        questions.put(
                "roles",
                Arbitraries.of("\"watchdog\"", "\"adviser\"", "\"broker\"")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .uniqueElements()
                        .map(codes -> "[" + String.join(",", codes) + "]"));
        questions.put(
                "time",
                Arbitraries.of(
                        "{\"social\":33.30,\"other\":0.0}",
                        "{\"physical\":100}",
                        "{\"social\":{\"value\":33.30,\"qualifier\":\"range\",\"low\":30.0,\"high\":40,\"asPrinted\":\"30 of 40\"}}"));
        questions.put(
                "functions",
                text.list()
                        .ofMinSize(1)
                        .ofMaxSize(12)
                        .map(names -> "["
                                + String.join(
                                        ",",
                                        names.stream()
                                                .map(n -> "{\"function\":" + json(n.length() > 300 ? "x" : n)
                                                        + ",\"fte\":0.80,\"kind\":\"core\"}")
                                                .toList())
                                + "]"));
        Arbitrary<String> none = Arbitraries.just("");
        Arbitrary<String> all = Arbitraries.just("");
        for (Map.Entry<String, Arbitrary<String>> question : questions.entrySet()) {
            Arbitrary<String> note = Arbitraries.oneOf(none, text.map(t -> ",\"note\":" + json(t)));
            Arbitrary<String> printed = Arbitraries.oneOf(
                    none,
                    Arbitraries.of(UntouchedWorkbookTest.ODD_TEXTS)
                            .map(t -> ",\"asPrinted\":" + json(t) + ",\"correction\":\"c\"" + ",\"asOf\":\"2005-01\""));
            Arbitrary<String> value = Combinators.combine(question.getValue(), note, printed)
                    .as((v, n, p) -> "\"" + question.getKey() + "\":{\"value\":" + v + n + p
                            + ",\"statements\":[{\"missing\":\"lost\",\"relation\":\"same\"}]},");
            Arbitrary<String> missing =
                    note.map(n -> "\"" + question.getKey() + "\":{\"missing\":\"refused\"" + n + "},");
            all = Combinators.combine(all, Arbitraries.oneOf(value, value, missing, none))
                    .as(String::concat);
        }
        return all.map(
                a -> "{" + a
                        + "\"staff\":{\"value\":56.00,\"unit\":\"hours-per-week\",\"definition\":\"alone\",\"qualifier\":\"range\",\"low\":50.0,\"high\":60}}");
    }

    private static boolean isText(String text) {
        return text.codePoints()
                        .allMatch(c ->
                                (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && !(c >= 0xd800 && c <= 0xdfff))
                && !CellText.comparable(text).isEmpty();
    }

    private static String json(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static String list(List<String> texts) {
        return "[" + String.join(",", texts.stream().map(AnyWorkbookTest::json).toList()) + "]";
    }
}
