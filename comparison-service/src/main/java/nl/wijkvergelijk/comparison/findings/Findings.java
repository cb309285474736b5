package nl.wijkvergelijk.comparison.findings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.FindingRow;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.published.KeyedTexts;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** Chooses findings from memory and looks up what they say. A question or learning point is about whatever its observation is about. */
@ApplicationScoped
public class Findings {

    private static final List<String> KINDS = List.of("observation", "question", "learning-point");

    private final Datasets datasets;
    private final RoundAt rounds;
    private final KeyedTexts texts;

    Findings(Datasets datasets, RoundAt rounds, KeyedTexts texts) {
        this.datasets = datasets;
        this.rounds = rounds;
        this.texts = texts;
    }

    record ListView(String round, DatasetView dataset, List<FindingView> findings) {}

    record OneView(DatasetView dataset, FindingView finding) {}

    /** The public findings of one round, as asked. */
    Representation list(FindingsAsked asked, Language language) {
        Held held = datasets.held();
        QueryReader query = new QueryReader();
        OptionalLong version = query.number("dataset", asked.dataset(), Long.MAX_VALUE);
        RoundAt.Found found = rounds.find(held, version, asked.round(), query);
        List<String> themes = query.list("theme", asked.theme(), held.findings().themes(), Limits.INDICATORS);
        List<String> kinds = query.list("kind", asked.kind(), KINDS, KINDS.size());
        List<String> indicators = query.list(
                "indicator",
                asked.indicator(),
                found.dataset().definitions().indicators().keySet(),
                Limits.INDICATORS);
        List<String> municipalities = query.list(
                "municipality",
                asked.municipality(),
                found.dataset().municipalities().keySet(),
                Limits.MUNICIPALITIES);
        query.refuseErrors();
        FindingsAt all = at(held, found.dataset(), found.round(), datasets.sequence(held, version));
        Predicate<FindingRow> isAsked = row -> (kinds.isEmpty() || kinds.contains(row.kind()))
                && all.isAbout(row, themes, FindingsAt::themes)
                && all.isAbout(row, indicators, FindingRow::indicators)
                && all.isAbout(row, municipalities, FindingRow::municipalities);
        ListView view = new ListView(found.round(), all.dataset(language), all.shown(isAsked, language));
        return represent(view, all, version.isPresent(), "/v1/findings" + asked.withoutDataset());
    }

    /** One finding; a withdrawn one says so. */
    Representation one(String id, String dataset, Language language) {
        Held held = datasets.held();
        QueryReader query = new QueryReader();
        OptionalLong version = query.number("dataset", dataset, Long.MAX_VALUE);
        query.refuseErrors();
        int point = id.indexOf('.');
        String round = point < 0 ? id : id.substring(0, point);
        if (!held.dataset().rounds().containsKey(round)) {
            throw ProblemException.notFound();
        }
        long sequence = datasets.sequence(held, version);
        String inRound = id.substring(point + 1);
        held.findings().find(round, inRound, sequence).orElseThrow(ProblemException::notFound);
        Dataset at = version.isPresent() ? datasets.at(held, sequence, round) : held.dataset();
        FindingsAt all = at(held, at, round, sequence);
        FindingView finding = all.shownOrWithdrawn(inRound, language);
        return represent(new OneView(all.dataset(language), finding), all, version.isPresent(), "/v1/findings/" + id);
    }

    /** All public findings about a municipality. */
    public List<FindingView> about(
            Held held, Dataset dataset, String round, long sequence, String municipality, Language language) {
        FindingsAt all = at(held, dataset, round, sequence);
        return all.shown(row -> all.isAbout(row, List.of(municipality), FindingRow::municipalities), language);
    }

    private Representation represent(Object view, FindingsAt all, boolean pinned, String address) {
        return new Representation(
                Format.JSON,
                Json.content(view),
                null,
                pinned,
                all.version() < all.latest() ? List.of(LatestVersion.link(address, all.latest())) : List.of());
    }

    private FindingsAt at(Held held, Dataset dataset, String round, long sequence) {
        return new FindingsAt(held, dataset, round, sequence, texts);
    }
}
