package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.wijkvergelijk.survey.rule.Completeness;

/**
 * A response in the overview of its round.
 *
 * @param published null when nothing of it is public
 * @param draftBeside whether a revision under way stands beside what is public
 * @param deadline null when the municipality has nothing to do by a certain day
 * @param blockers what is left to do before it can be approved and published; null where it was not looked at
 * @param uncitedFigures how many key figures cite nothing; that blocks nothing
 * @param changedAt when something last happened to it that the reader may know of
 */
record Standing(
        String round,
        ResponseView.Municipality municipality,
        State state,
        int revision,
        ResponseView.Published published,
        boolean draftBeside,
        Completeness completeness,
        CommentRound comment,
        Due deadline,
        int openRemarks,
        int openClarificationRequests,
        List<OpenWork.Work> blockers,
        int uncitedFigures,
        Instant changedAt) {

    /** A deadline with the days that are past it, 0 when it is not late. */
    record Due(String kind, LocalDate date, boolean late, int daysLate) {}

    static Standing of(Responses.Found found, Instant changedAt) {
        ResponseView view = found.view();
        NextDeadline next = view.deadline();
        return new Standing(
                view.round(),
                view.municipality(),
                view.state(),
                view.revision(),
                view.published(),
                view.published() != null && view.state() != State.PUBLISHED,
                view.completeness(),
                view.comment(),
                next == null ? null : new Due(next.kind(), next.date(), next.late(), next.daysLate(found.today())),
                view.openRemarks(),
                view.openClarificationRequests(),
                null,
                0,
                changedAt);
    }

    /** With what is left to do. */
    Standing with(List<OpenWork.Work> work, int uncited) {
        return new Standing(
                round,
                municipality,
                state,
                revision,
                published,
                draftBeside,
                completeness,
                comment,
                deadline,
                openRemarks,
                openClarificationRequests,
                work,
                uncited,
                changedAt);
    }

    @JsonIgnore
    boolean isLate() {
        return deadline != null && deadline.late();
    }

    /** Whether every question that must be answered is. */
    @JsonIgnore
    boolean isComplete() {
        return revision > 0 && completeness.required() == 0;
    }

    @JsonIgnore
    boolean isBlocked() {
        return !blockers.isEmpty();
    }
}
