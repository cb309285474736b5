package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
import nl.wijkvergelijk.survey.response.StepCheck;

/** Without a description nothing is sent for comment; without the municipality's say, and without an answer to all it said, nothing is approved. */
@ApplicationScoped
class CommentChecks implements StepCheck {

    static final String WITHOUT_DISPOSITION = "comments-without-disposition";

    private final Descriptions descriptions;
    private final Comments comments;
    private final Agreements agreements;

    CommentChecks(Descriptions descriptions, Comments comments, Agreements agreements) {
        this.descriptions = descriptions;
        this.comments = comments;
        this.agreements = agreements;
    }

    @Override
    public List<Blocker> blockers(Responses.Found found, Action action, String onBehalf) {
        return switch (action) {
            case SEND_FOR_COMMENT -> toSend(found);
            case APPROVE -> toApprove(found, onBehalf);
            case SUBMIT, START_REVIEW, REQUEST_CHANGES, RETURN, PUBLISH, WITHDRAW -> List.of();
        };
    }

    private List<Blocker> toSend(Responses.Found found) {
        return descriptions.present(found).isPresent()
                ? List.of()
                : List.of(blocker(
                        "no-description",
                        "Er is nog geen beschrijving om voor te leggen.",
                        "There is no description yet to send."));
    }

    private List<Blocker> toApprove(Responses.Found found, String onBehalf) {
        List<Blocker> blockers = new ArrayList<>();
        List<String> open = comments.open(found);
        if (!open.isEmpty()) {
            String numbers = String.join(", ", open);
            blockers.add(blocker(
                    WITHOUT_DISPOSITION,
                    "Zeg eerst wat er met elke reactie is gedaan; het ontbreekt bij: %s.".formatted(numbers),
                    "First say what became of each comment; that is missing for: %s.".formatted(numbers)));
        }
        if (found.response().state() == State.IN_COMMENT) {
            toApproveFromComment(found, onBehalf, blockers);
        } else if (onBehalf == null) {
            blockers.add(blocker(
                    "no-comment-round",
                    "De beschrijving is niet voor commentaar voorgelegd. Keurt u zonder goed, zeg dan in onBehalf waarom.",
                    "The description was not sent for comment. If you approve without, say why in onBehalf."));
        }
        return blockers;
    }

    private void toApproveFromComment(Responses.Found found, String onBehalf, List<Blocker> blockers) {
        boolean hasAnswered = agreements
                .present(found)
                .filter(answer -> agreements.isCurrent(found, answer))
                .isPresent();
        boolean isOver = found.response().commentDeadline().isBefore(found.today());
        if (!hasAnswered && !(isOver && onBehalf != null)) {
            blockers.add(blocker(
                    "no-agreement",
                    "De gemeente heeft op deze tekst nog niet ingestemd of een afwijkende opvatting gegeven. Na %s kan een onderzoeker goedkeuren en in onBehalf zeggen waarom."
                            .formatted(found.response().commentDeadline()),
                    "The municipality has neither agreed with this text nor dissented. After %s a researcher can approve and say why in onBehalf."
                            .formatted(found.response().commentDeadline())));
        }
    }

    private static Blocker blocker(String code, String nl, String en) {
        return new Blocker(code, List.of(), new Text(nl, en));
    }
}
