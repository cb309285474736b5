package nl.wijkvergelijk.comparison.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.published.Answer;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.published.KeyedTexts;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.PublicationView;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Figure;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** The chain behind one figure: what can be computed comes from the dataset, the texts beside the answers are looked up at the dataset's sequence. */
@ApplicationScoped
public class Provenance {

    private final Datasets datasets;
    private final KeyedTexts texts;

    Provenance(Datasets datasets, KeyedTexts texts) {
        this.datasets = datasets;
        this.texts = texts;
    }

    /** As JSON. @param id such as {@code 2005.GM0307.fte-total} @param version as in {@code dataset=}; null for what is now */
    Representation chain(String id, String version, Language language) {
        Found found = find(id, version, language);
        return new Representation(
                Format.JSON,
                Json.content(found.chain()),
                null,
                found.pinned(),
                found.superseded() ? List.of(latest(found.now(), id, found.key())) : List.of());
    }

    /**
     * The chain behind one figure.
     *
     * @param definitions by which it was computed
     * @param superseded whether its round has changed since
     * @param now what is held
     * @param editions the publications that its inputs were in up to now, oldest first
     */
    public record Found(
            ProvenanceView chain,
            Definitions definitions,
            boolean pinned,
            boolean superseded,
            Dataset now,
            List<PublicationRow> editions,
            FigureId key) {}

    /** The chain behind a figure, for who shows it otherwise; what is not there is a problem. */
    public Found find(String id, String version, Language language) {
        Held held = datasets.held();
        QueryReader query = new QueryReader();
        OptionalLong pinned = query.number("dataset", version, Long.MAX_VALUE);
        query.refuseErrors();
        FigureId key = FigureId.read(id).orElseThrow(ProblemException::notFound);
        Dataset dataset = dataset(held, pinned, key.round());
        Figure figure = Figure.of(dataset, key.round(), key.municipality(), key.indicator())
                .orElseThrow(ProblemException::notFound);
        return new Found(
                ProvenanceView.of(figure, dataset, inputs(held, figure), language),
                dataset.definitions(),
                pinned.isPresent(),
                dataset != held.dataset(),
                held.dataset(),
                editions(held, figure),
                key);
    }

    private List<PublicationRow> editions(Held held, Figure figure) {
        List<String> measures =
                figure.inputs().stream().map(Figure.Input::measure).toList();
        return texts.editions(figure.round(), figure.municipality(), measures).stream()
                .flatMap(sequence -> held.publication(sequence).stream())
                .toList();
    }

    private static String latest(Dataset now, String id, FigureId key) {
        String missing = Figure.of(now, key.round(), key.municipality(), key.indicator())
                .map(figure -> figure.cell().missing())
                .orElse(null);
        return LatestVersion.link("/v1/figures/" + id, now.version(key.round()), missing);
    }

    private Dataset dataset(Held held, OptionalLong pinned, String round) {
        if (!held.dataset().rounds().containsKey(round)) {
            throw ProblemException.notFound();
        }
        return pinned.isPresent() ? datasets.at(held, pinned.getAsLong(), round) : held.dataset();
    }

    /** Ratings are replaced as one whole, answers by municipality. */
    private PublicationView view(Held held, PublicationRow publication, Figure figure, boolean rated) {
        return rated
                ? PublicationView.of(publication)
                : PublicationView.of(
                        publication, texts.replaced(held, publication, figure.round(), figure.municipality()));
    }

    private List<ReportedInput> inputs(Held held, Figure figure) {
        List<ReportedInput> inputs = new ArrayList<>();
        for (Figure.Input input : figure.inputs()) {
            Optional<PublicationRow> publication = held.publication(input.sequence());
            KeyedTexts.Key key =
                    new KeyedTexts.Key(input.sequence(), figure.round(), figure.municipality(), input.measure());
            boolean rated = input.question() == null;
            inputs.add(new ReportedInput(
                    input,
                    publication.map(each -> view(held, each, figure, rated)).orElse(null),
                    rated ? Answer.NONE : texts.answer(key),
                    rated ? texts.readings(key) : List.of()));
        }
        return inputs;
    }
}
