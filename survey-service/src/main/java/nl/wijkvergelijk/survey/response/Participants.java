package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.Time;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.mail.Contact;
import nl.wijkvergelijk.survey.mail.ContactWrite;
import nl.wijkvergelijk.survey.mail.Contacts;
import nl.wijkvergelijk.survey.municipality.Municipalities;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.municipality.MunicipalityView;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.round.RoundView;
import nl.wijkvergelijk.survey.round.Rounds;
import nl.wijkvergelijk.survey.rule.Completeness;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets municipalities take part in a round. */
@ApplicationScoped
public class Participants {

    private final Rounds rounds;
    private final Municipalities municipalities;
    private final Contacts contacts;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Participants(
            Rounds rounds,
            Municipalities municipalities,
            Contacts contacts,
            History history,
            Actors actors,
            Clock clock) {
        this.rounds = rounds;
        this.municipalities = municipalities;
        this.contacts = contacts;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * What is said of a participant.
     *
     * @param contact whom to mail; nothing leaves it as it is, null means nobody
     */
    record Written(@Valid ContactWrite contact) {}

    /** Lets a municipality that is there take part; whether it did not yet. The round must be locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean join(RoundView round, String code, Act act) {
        ResponseKey key = new ResponseKey(round.id(), code);
        if (Response.findByIdOptional(key).isPresent()) {
            return false;
        }
        takePart(key, rounds.questionnaireOf(round), act);
        return true;
    }

    private Response takePart(ResponseKey key, Questionnaire questionnaire, Act act) {
        Completeness empty = Completeness.of(questionnaire, Answers.none(questionnaire));
        Response response = Response.takePart(key, empty, act, history);
        Constraints.keep(response);
        return response;
    }

    /** Gives the municipality an empty response, unless it takes part already, and says whom to mail about it. */
    @Transactional
    RestResponse<ResponseView> add(String round, String code, Body body) {
        RoundView open = rounds.toChange(round);
        Questionnaire questionnaire = rounds.questionnaireOf(open);
        MunicipalityView municipality =
                municipalities.find(MunicipalityCode.inPath(code)).orElseThrow(ProblemException::notFound);
        Optional<Contact> contact =
                Optional.ofNullable(body.as(Written.class).contact()).map(ContactWrite::contact);
        boolean says = body.mentions("contact");
        ResponseKey key = new ResponseKey(round, code);
        Response known = Response.findById(key);
        if (known != null) {
            mail(key, says, contact);
            return RestResponse.ok(known.view(municipality.name(), open.returnBy(), Time.today(clock)));
        }
        Response response = takePart(key, questionnaire, new Act(actors.current(), clock.instant(), null, null));
        mail(key, says, contact);
        return RestResponse.status(
                RestResponse.Status.CREATED, response.view(municipality.name(), open.returnBy(), Time.today(clock)));
    }

    /** The history says that it changed and never to what. */
    private void mail(ResponseKey key, boolean says, Optional<Contact> contact) {
        if (!says || contacts.of(key).equals(contact)) {
            return;
        }
        contact.ifPresentOrElse(each -> contacts.put(key, each), () -> contacts.drop(key));
        String action = contact.isPresent() ? "name-contact" : "drop-contact";
        Act act = new Act(actors.current(), clock.instant(), null, null);
        history.add(
                new Event(
                        Event.Subject.RESPONSE, key.round(), key.municipality(), action, null, null, null, null, null),
                act);
    }
}
