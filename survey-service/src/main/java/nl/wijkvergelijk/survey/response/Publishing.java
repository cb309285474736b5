package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.finding.ChosenFindings;
import nl.wijkvergelijk.survey.finding.FindingPublishing;
import nl.wijkvergelijk.survey.group.ChosenGroups;
import nl.wijkvergelijk.survey.group.GroupPublishing;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.Publication;
import nl.wijkvergelijk.survey.publication.PublicationView;
import nl.wijkvergelijk.survey.publication.Publications;
import nl.wijkvergelijk.survey.publication.PublishedRow;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Reason;
import nl.wijkvergelijk.survey.round.Rounds;

/** Makes responses public, one or many at one instant, and takes them back. */
@ApplicationScoped
class Publishing {

    private final Rounds rounds;
    private final Responses responses;
    private final ResponseRows rows;
    private final StepChecks checks;
    private final FindingPublishing findings;
    private final GroupPublishing groups;
    private final Publications publications;
    private final History history;
    private final Actors actors;

    Publishing(
            Rounds rounds,
            Responses responses,
            ResponseRows rows,
            StepChecks checks,
            FindingPublishing findings,
            GroupPublishing groups,
            Publications publications,
            History history,
            Actors actors) {
        this.rounds = rounds;
        this.responses = responses;
        this.rows = rows;
        this.checks = checks;
        this.findings = findings;
        this.groups = groups;
        this.publications = publications;
        this.history = history;
        this.actors = actors;
    }

    /** Waits for its turn, as whoever may publish or withdraw does first of all; answers with the instant. */
    @Transactional(Transactional.TxType.MANDATORY)
    Instant takeTurn() {
        return publications.takeTurn();
    }

    /** Publishes the approved responses of a round, or those named: all or none. */
    @Transactional
    PublicationView publish(String roundId, Body body) {
        String round = rounds.inPath(roundId).id();
        PublicationWrite written = body.as(PublicationWrite.class);
        Instant at = publications.takeTurn();
        List<InputError> errors = new ArrayList<>();
        Choice choice = Choice.read(written, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        List<Responses.Found> chosen =
                choice.allResponses() ? approved(round) : named(round, choice.municipalities(), errors);
        ChosenFindings said =
                choice.allFindings() ? findings.unpublished(round) : findings.named(round, choice.findings(), errors);
        ChosenGroups grouped =
                choice.allGroups() ? groups.unpublished(round) : groups.named(round, choice.groups(), errors);
        Reason.requireIf(
                chosen.stream().anyMatch(Publishing::corrects)
                        || said.corrects().isPresent()
                        || grouped.corrects().isPresent(),
                written.reason(),
                errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        if (chosen.isEmpty() && said.isEmpty() && grouped.isEmpty()) {
            throw new ProblemException(
                            SurveyProblem.NOTHING_TO_PUBLISH,
                            new Text(
                                    "In deze ronde is niets goedgekeurd dat nog niet openbaar is.",
                                    "Nothing in this round is approved and not public yet."))
                    .member("blocking", List.of());
        }
        return publish(round, chosen, said, grouped, new Act(actors.current(), at, written.reason(), null));
    }

    /** Publishes these, each of which must be approved, at one instant with these findings and groups. */
    @Transactional(Transactional.TxType.MANDATORY)
    PublicationView publish(
            String round, List<Responses.Found> chosen, ChosenFindings said, ChosenGroups grouped, Act act) {
        refuseUnlessApproved(chosen);
        List<Surveyed> judged = responses.present(chosen);
        checks.refuseUnpublishable(judged);
        findings.refuseUnlessPossible(round, said);
        grouped.refuseUnlessPossible();
        Long corrects = Stream.of(
                        chosen.stream().map(found -> found.response().publishedSequence()),
                        said.corrects().stream(),
                        grouped.corrects().stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
        PublicationView publication = publications.publish(
                new Publication(
                        kind(chosen, said),
                        round,
                        corrects,
                        act.reason(),
                        Stream.of(rows.of(judged).stream(), said.rows().stream(), grouped.rows().stream())
                                .<PublishedRow>flatMap(each -> each)
                                .toList()),
                act.at());
        said.published(publication.sequence(), act, history);
        grouped.published(publication.sequence(), act, history);
        List<Response> published =
                chosen.stream().map(Responses.Found::response).toList();
        history.addAll(published.stream()
                .map(response -> new History.Happened(response.published(publication.sequence()), act))
                .toList());
        Constraints.keepAll(published);
        return publication;
    }

    private static Publication.Kind kind(List<Responses.Found> chosen, ChosenFindings said) {
        if (!chosen.isEmpty()) {
            return Publication.Kind.RESPONSES;
        }
        return said.isEmpty() ? Publication.Kind.REFERENCE : Publication.Kind.FINDINGS;
    }

    /** Takes out what is public of a response. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Responses.Found found, Act act) {
        found.response().refuseUnlessPossible(Action.WITHDRAW);
        PublicationView publication = publications.publish(
                new Publication(
                        Publication.Kind.WITHDRAWAL,
                        found.round().id(),
                        found.response().publishedSequence(),
                        act.reason(),
                        rows.withdrawn(found)),
                act.at());
        found.response().withdrawn(publication.sequence(), act, history);
    }

    private List<Responses.Found> approved(String round) {
        return responses.toChange(round, State.APPROVED);
    }

    private List<Responses.Found> named(String round, List<String> codes, List<InputError> errors) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<Responses.Found> found = responses.toChange(round, Set.copyOf(codes));
        Set<String> known =
                found.stream().map(each -> each.municipality().code()).collect(Collectors.toSet());
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                errors.add(InputError.body(
                        "/municipalities/" + i,
                        "unknown-municipality",
                        new Text("Deze gemeente doet niet mee.", "This municipality does not take part.")));
            }
        }
        return found;
    }

    private static boolean corrects(Responses.Found found) {
        return found.response().publishedSequence() != null && found.response().state() == State.APPROVED;
    }

    private static void refuseUnlessApproved(List<Responses.Found> chosen) {
        if (chosen.size() == 1) {
            chosen.get(0).response().refuseUnlessPossible(Action.PUBLISH);
        }
        List<Blocker> blocking = chosen.stream()
                .filter(found -> found.response().state() != State.APPROVED)
                .map(found -> new Blocker(
                                found.response().state().code(),
                                List.of(),
                                new Text(
                                        "%s is niet goedgekeurd."
                                                .formatted(found.municipality().name()),
                                        "%s is not approved."
                                                .formatted(found.municipality().name())))
                        .of(found.municipality().code()))
                .toList();
        if (!blocking.isEmpty()) {
            throw Blocker.refusal(
                    SurveyProblem.TRANSITION_NOT_POSSIBLE,
                    new Text(
                            "Niets is gepubliceerd: niet alles is goedgekeurd.",
                            "Nothing was published: not all of it is approved."),
                    blocking);
        }
    }
}
