package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
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
    private record Asking(boolean asked, String onBehalf) {}

    /** As it stands now. Of an approved response that is what was approved, or what was written since and let through as such on the checklist. */
    @Transactional
    public Profile of(Responses.Found found) {
        Optional<Description> text = descriptions.present(found);
        Optional<Agreement> answer =
                agreements.present(found).filter(each -> !each.agrees() || agreements.isCurrent(found, each));
        boolean spokeOfThis =
                answer.filter(each -> agreements.isCurrent(found, each)).isPresent();
        Asking asking = asking(found);
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

    private Asking asking(Responses.Found found) {
        return sql.find(
                        """
                        select action, from_state, on_behalf from history.event
                        where subject = 'response' and action in ('approve', 'send-for-comment') and round = ? and municipality = ?
                        order by id desc limit 1
                        """,
                        row -> new Asking(
                                row.getString("action").equals(Action.SEND_FOR_COMMENT.code())
                                        || row.getString("from_state").equals(State.IN_COMMENT.code()),
                                row.getString("on_behalf")),
                        found.round().id(),
                        found.municipality().code())
                .orElse(new Asking(false, null));
    }
}
