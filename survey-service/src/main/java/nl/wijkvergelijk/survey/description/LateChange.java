package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.response.Blocker;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.WarningCheck;

/** The text or the answers are no longer those that the municipality agreed with, or dissented from. */
@ApplicationScoped
class LateChange implements WarningCheck {

    private final Descriptions descriptions;
    private final Agreements agreements;

    LateChange(Descriptions descriptions, Agreements agreements) {
        this.descriptions = descriptions;
        this.agreements = agreements;
    }

    @Override
    public List<Blocker> warnings(Responses.Found found) {
        Optional<Agreement> earlier = agreements.present(found).filter(answer -> !agreements.isCurrent(found, answer));
        return earlier.map(answer -> warning(answer, descriptions.present(found).orElseThrow())).stream()
                .toList();
    }

    private static Blocker warning(Agreement answer, Description present) {
        return new Blocker(
                "changed-since-agreement",
                List.of(),
                new Text(
                        "De gemeente sprak zich uit over versie %d van de beschrijving bij revisie %d van de antwoorden; de beschrijving is nu versie %d."
                                .formatted(answer.description(), answer.revision(), present.version()),
                        "The municipality answered on version %d of the description, at revision %d of the answers; the description is at version %d now."
                                .formatted(answer.description(), answer.revision(), present.version())));
    }
}
