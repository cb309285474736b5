package nl.wijkvergelijk.comparison.profiles;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.findings.FindingView;
import nl.wijkvergelijk.comparison.findings.Findings;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.published.KeyedTexts;
import nl.wijkvergelijk.comparison.published.WholeAnswer;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.PublicationView;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** Puts together what is public of one municipality in one round. Who took part comes from memory, what it answered is looked up. */
@ApplicationScoped
class Profiles {

    private final Datasets datasets;
    private final RoundAt rounds;
    private final KeyedTexts texts;
    private final Findings findings;

    Profiles(Datasets datasets, RoundAt rounds, KeyedTexts texts, Findings findings) {
        this.datasets = datasets;
        this.rounds = rounds;
        this.texts = texts;
        this.findings = findings;
    }

    Representation of(String code, String round, String dataset, Language language) {
        Held held = datasets.held();
        if (!held.dataset().municipalities().containsKey(code)) {
            throw ProblemException.notFound();
        }
        QueryReader query = new QueryReader();
        OptionalLong pinned = query.number("dataset", dataset, Long.MAX_VALUE);
        RoundAt.Found found = rounds.find(held, pinned, round, query);
        query.refuseErrors();
        if (!found.dataset().members(found.round()).contains(code)) {
            throw ProblemException.notFound();
        }
        long sequence = datasets.sequence(held, pinned);
        List<WholeAnswer> answers = texts.answers(found.round(), code, sequence);
        List<FindingView> about = findings.about(held, found.dataset(), found.round(), sequence, code, language);
        long version = version(held, found, sequence);
        PublicationRow last = held.publication(version).orElseThrow();
        PublicationRow published = answers.isEmpty()
                ? null
                : held.publication(answers.get(0).sequence()).orElseThrow();
        long latest = version(
                held,
                new RoundAt.Found(held.dataset(), found.round(), false, false),
                held.dataset().sequence());
        String address = "/v1/municipalities/%s/profile?round=%s".formatted(code, found.round());
        return new Representation(
                Format.JSON,
                Json.content(ProfileView.of(
                        found.dataset().municipalities().get(code),
                        found.round(),
                        DatasetView.of(new Version(version, last.at()), found.round(), language),
                        answers,
                        publication(held, published, found.round(), code),
                        description(published, found.round(), code, language),
                        evidence(published, found.round(), code),
                        about,
                        language)),
                null,
                pinned.isPresent(),
                version < latest ? List.of(LatestVersion.link(address, latest)) : List.of());
    }

    private PublicationView publication(Held held, PublicationRow published, String round, String code) {
        return published == null ? null : PublicationView.of(published, texts.replaced(held, published, round, code));
    }

    /** What was published with the answers; null where nothing was, and then there may be no table to look in. */
    private DescriptionView description(PublicationRow published, String round, String code, Language language) {
        return published == null || published.descriptions() == 0
                ? null
                : DescriptionView.of(texts.description(published.sequence(), round, code), language);
    }

    private List<EvidenceView> evidence(PublicationRow published, String round, String code) {
        return published == null || published.evidence() == 0
                ? List.of()
                : texts.evidence(published.sequence(), round, code).stream()
                        .map(EvidenceView::of)
                        .toList();
    }

    /** The last sequence that touched the round's answers, names or findings. */
    private static long version(Held held, RoundAt.Found found, long sequence) {
        return Math.max(
                held.findings().version(found.round(), sequence),
                found.dataset().version(found.round()));
    }
}
