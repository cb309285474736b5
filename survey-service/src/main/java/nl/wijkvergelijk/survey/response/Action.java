package nl.wijkvergelijk.survey.response;

import static nl.wijkvergelijk.survey.response.State.APPROVED;
import static nl.wijkvergelijk.survey.response.State.CHANGES_REQUESTED;
import static nl.wijkvergelijk.survey.response.State.DRAFT;
import static nl.wijkvergelijk.survey.response.State.IN_COMMENT;
import static nl.wijkvergelijk.survey.response.State.IN_REVIEW;
import static nl.wijkvergelijk.survey.response.State.PUBLISHED;
import static nl.wijkvergelijk.survey.response.State.SUBMITTED;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Text;

/** The steps of a response's life: from which states, to which state. Who may take them stands in the access table. */
public enum Action {
    SUBMIT(SUBMITTED, DRAFT, CHANGES_REQUESTED),
    START_REVIEW(IN_REVIEW, SUBMITTED),
    /** Back to the municipality with questions to answer. */
    REQUEST_CHANGES(CHANGES_REQUESTED, IN_REVIEW),
    /** Lays the description before the municipality. */
    SEND_FOR_COMMENT(IN_COMMENT, IN_REVIEW),
    RETURN(DRAFT, SUBMITTED, IN_REVIEW, IN_COMMENT, APPROVED),
    APPROVE(APPROVED, IN_REVIEW, IN_COMMENT),
    PUBLISH(PUBLISHED, APPROVED),
    /** Takes the public revision out. What was public becomes a draft again; a revision under way stays where it is. */
    WITHDRAW(DRAFT, DRAFT, SUBMITTED, IN_REVIEW, CHANGES_REQUESTED, IN_COMMENT, APPROVED, PUBLISHED);

    private final State to;
    private final Set<State> from;

    Action(State to, State... from) {
        this.to = to;
        this.from = EnumSet.copyOf(List.of(from));
    }

    /** Whether a response can take it from where it stands. */
    public boolean isPossibleFrom(State state) {
        return from.contains(state);
    }

    State from(State state) {
        return this == WITHDRAW && state != PUBLISHED ? state : to;
    }

    /** The states it starts from, for people. */
    Text origins() {
        return new Text(
                from.stream().map(State::dutch).collect(Collectors.joining(", ")),
                from.stream().map(State::code).collect(Collectors.joining(", ")));
    }

    /** Whether what everybody may read changes by it. */
    boolean publishes() {
        return this == PUBLISH || this == WITHDRAW;
    }

    /** The action as it is sent and kept. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Action of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
