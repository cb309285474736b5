package nl.wijkvergelijk.survey.municipality;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.Constraints;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.history.Act;
import nl.wijkvergelijk.survey.history.Event;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.publication.Publication;
import nl.wijkvergelijk.survey.publication.Publications;
import nl.wijkvergelijk.survey.request.Body;
import nl.wijkvergelijk.survey.request.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps the municipalities, and publishes their names so that comparisons can show them. */
@ApplicationScoped
public class Municipalities {

    private final Publications publications;
    private final History history;
    private final Actors actors;
    private final ObjectMapper json;

    Municipalities(Publications publications, History history, Actors actors, ObjectMapper json) {
        this.publications = publications;
        this.history = history;
        this.actors = actors;
        this.json = json;
    }

    /** A page of all municipalities, in the order of their codes. */
    @Transactional
    MunicipalityList all(Page page) {
        PanacheQuery<Municipality> all = Municipality.findAll(Sort.by("code"));
        return new MunicipalityList(
                all.page(page.number() - 1, page.size()).stream()
                        .map(Municipality::view)
                        .toList(),
                all.count(),
                page);
    }

    /** The one with this code. */
    @Transactional
    public Optional<MunicipalityView> find(String code) {
        return Municipality.<Municipality>findByIdOptional(code).map(Municipality::view);
    }

    /** Those with these codes, by code. */
    @Transactional
    public Map<String, MunicipalityView> named(Collection<String> codes) {
        return Municipality.<Municipality>list("code in ?1", codes).stream()
                .map(Municipality::view)
                .collect(Collectors.toMap(MunicipalityView::code, view -> view));
    }

    /** Those of the codes that are not known here. */
    @Transactional
    public Set<String> unknownAmong(Collection<String> codes) {
        Set<String> unknown = new HashSet<>(codes);
        Municipality.<Municipality>list("code in ?1", codes)
                .forEach(known -> unknown.remove(known.view().code()));
        return unknown;
    }

    /** Adds or changes one. What is there already as it is sent needs no tag and leaves no trace. */
    @Transactional
    RestResponse<MunicipalityView> put(String code, String ifMatch, Body body) {
        refuseMalformed(code);
        Instant at = publications.takeTurn();
        Municipality known = Municipality.findById(code, LockModeType.PESSIMISTIC_WRITE);
        if (ifMatch != null) {
            ETags.requireMatchUnlessNew(ifMatch, known == null, known == null ? ETags.strong("none") : known.tag());
        }
        MunicipalityWrite written = body.as(MunicipalityWrite.class);
        if (known != null && known.is(written)) {
            return RestResponse.ok(known.view());
        }
        if (known != null) {
            ETags.requireMatch(ifMatch, known.tag());
        }
        refuseImpossible(code, written);
        Municipality municipality = known == null ? new Municipality(code, written) : known;
        municipality.become(written);
        Constraints.keep(municipality);
        MunicipalityView view = municipality.view();
        Act act = new Act(actors.current(), at, null, null);
        long sequence = publications
                .publish(Publication.of(municipality.published()), act.at())
                .sequence();
        history.add(
                new Event(
                        Event.Subject.MUNICIPALITY,
                        null,
                        code,
                        known == null ? "add" : "change",
                        null,
                        null,
                        null,
                        sequence,
                        json.valueToTree(view)),
                act);
        return RestResponse.status(known == null ? RestResponse.Status.CREATED : RestResponse.Status.OK, view);
    }

    private static void refuseMalformed(String code) {
        if (!code.matches(MunicipalityCode.FORM)) {
            throw ProblemException.invalid(InputError.path(
                    "code",
                    "wrong-form",
                    new Text("Een code van het CBS is GM en vier cijfers.", "A CBS code is GM and four digits.")));
        }
    }

    private static void refuseImpossible(String code, MunicipalityWrite written) {
        if (written.validFrom() != null
                && written.validTo() != null
                && !written.validFrom().isBefore(written.validTo())) {
            throw ProblemException.invalid(InputError.body(
                    "/validTo", "out-of-range", new Text("Ligt na validFrom.", "Comes after validFrom.")));
        }
        if (written.successors().contains(code)
                || new HashSet<>(written.successors()).size()
                        < written.successors().size()) {
            throw ProblemException.invalid(InputError.body(
                    "/successors",
                    "duplicate",
                    new Text(
                            "Noem elke opvolger één keer, en niet de gemeente zelf.",
                            "Name each successor once, and not the municipality itself.")));
        }
    }
}
