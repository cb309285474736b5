package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
import nl.wijkvergelijk.survey.response.Surveyed;
import nl.wijkvergelijk.survey.sql.Sql;

/** Tells what of a description and its comment round may become public: the text and what the municipality wants to be said about it, never a comment. */
@ApplicationScoped
public class Profiles {

    private final Descriptions descriptions;
    private final Agreements agreements;
    private final Sql sql;

    Profiles(Descriptions descriptions, Agreements agreements, Sql sql) {
        this.descriptions = descriptions;
        this.agreements = agreements;
        this.sql = sql;
    }

    /**
     * How the last comment round, or the approval without one, came about.
     *
     * @param asked whether the text lay before the municipality
     * @param onBehalf why it was approved without its answer; null when not so
     */
    private record Asking(boolean asked, String onBehalf) {
        private static final Asking NONE = new Asking(false, null);
    }

    /**
     * As they stand now, by municipality. Of an approved response that is what was approved, or what was written since and let through as such on the checklist.
     *
     * @param many of one round; the number of statements does not grow with them
     */
    @Transactional
    public Map<String, Profile> of(List<Responses.Found> many) {
        Map<String, Description> texts = descriptions.present(many);
        Map<String, Agreement> answers = agreements.present(many);
        Map<String, Asking> askings = askings(many);
        return many.stream()
                .collect(Collectors.toMap(found -> found.municipality().code(), found -> {
                    String code = found.municipality().code();
                    return profile(found, texts.get(code), answers.get(code), askings.getOrDefault(code, Asking.NONE));
                }));
    }

    private static Profile profile(Responses.Found found, Description present, Agreement given, Asking asking) {
        Optional<Description> text = Optional.ofNullable(present);
        int version = text.map(Description::version).orElse(0);
        boolean spokeOfThis =
                given != null && given.isAbout(version, found.response().revision());
        Optional<Agreement> answer = Optional.ofNullable(given).filter(each -> !each.agrees() || spokeOfThis);
        Map<String, String> html = new LinkedHashMap<>();
        text.ifPresent(each -> each.sections().forEach((section, words) -> html.put(section, Markdown.html(words))));
        return new Profile(
                text.map(Description::version).orElse(null),
                text.map(Description::language).orElse(null),
                text.map(Description::writtenAt).orElse(null),
                text.map(Description::sections).orElse(Map.of()),
                html,
                answer.map(each -> each.agrees() ? Profile.Agreement.AGREED : Profile.Agreement.DISSENT)
                        .orElse(asking.asked() ? Profile.Agreement.NO_ANSWER : Profile.Agreement.NOT_ASKED),
                answer.map(Agreement::dissent).orElse(null),
                answer.map(Agreement::answeredAt).orElse(null),
                answer.map(Agreement::onBehalf).orElse(spokeOfThis ? null : asking.onBehalf()));
    }

    private Map<String, Asking> askings(List<Responses.Found> many) {
        return sql.byFirst(
                """
                select distinct on (municipality) municipality, action, from_state, on_behalf from history.event
                where subject = 'response' and action in ('approve', 'send-for-comment')
                  and round = ? and municipality = any (string_to_array(?, ','))
                order by municipality, id desc
                """,
                row -> new Asking(
                        row.getString("action").equals(Action.SEND_FOR_COMMENT.code())
                                || row.getString("from_state").equals(State.IN_COMMENT.code()),
                        row.getString("on_behalf")),
                many.get(0).round().id(),
                Surveyed.codes(many));
    }
}
