package nl.wijkvergelijk.comparison.swot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.published.KeyedTexts;
import nl.wijkvergelijk.comparison.published.MeasuredAnswer;
import nl.wijkvergelijk.comparison.published.WholeAnswer;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.http.Language;

/** Looks up what municipalities answered about strengths, weaknesses, opportunities and threats. Who took part comes from memory. */
@ApplicationScoped
class Swot {

    private final Datasets datasets;
    private final RoundAt rounds;
    private final KeyedTexts texts;

    Swot(Datasets datasets, RoundAt rounds, KeyedTexts texts) {
        this.datasets = datasets;
        this.rounds = rounds;
        this.texts = texts;
    }

    /** The answers of one round, as asked. */
    Representation of(SwotAsked asked, Format format, Language language) {
        Held held = datasets.held();
        QueryReader query = new QueryReader();
        query.format(asked.format(), Format.OF_LISTS);
        OptionalLong pinned = query.number("dataset", asked.dataset(), Long.MAX_VALUE);
        RoundAt.Found found = rounds.find(held, pinned, asked.round(), query);
        List<String> codes = query.list("kind", asked.kind(), SwotKind.codes(), SwotKind.values().length);
        List<String> municipalities = query.list(
                "municipality",
                asked.municipality(),
                found.dataset().municipalities().keySet(),
                Limits.MUNICIPALITIES);
        query.refuseErrors();
        List<SwotKind> kinds = Arrays.stream(SwotKind.values())
                .filter(kind -> codes.isEmpty() || codes.contains(kind.code()))
                .toList();
        List<Municipality> members =
                found.dataset().round(found.round()).map(RoundFigures::members).orElse(List.of()).stream()
                        .filter(member -> municipalities.isEmpty() || municipalities.contains(member.code()))
                        .toList();
        SwotView view = view(found, kinds, members, datasets.sequence(held, pinned), language);
        return new Representation(
                format,
                format == Format.CSV ? SwotCsv.content(view) : Json.content(view),
                "swot-%s-%d".formatted(found.round(), view.dataset().version()),
                found.pinned(),
                found.superseded()
                        ? List.of(LatestVersion.link(
                                "/v1/swot?" + asked.withoutDataset(found.round()),
                                held.dataset().version(found.round())))
                        : List.of());
    }

    private SwotView view(
            RoundAt.Found found, List<SwotKind> kinds, List<Municipality> members, long sequence, Language language) {
        Dataset dataset = found.dataset();
        Version version = new Version(dataset.version(found.round()), dataset.publishedAt(found.round()));
        Map<List<String>, WholeAnswer> byMeasureAndCode = new HashMap<>();
        for (MeasuredAnswer each : texts.answers(
                found.round(), kinds.stream().map(SwotKind::measure).toList(), sequence)) {
            byMeasureAndCode.put(List.of(each.measure(), each.municipality()), each.answer());
        }
        List<SwotView.AnswerView> answers = new ArrayList<>();
        Set<String> answered = new HashSet<>();
        for (SwotKind kind : kinds) {
            for (Municipality member : members) {
                WholeAnswer answer = byMeasureAndCode.get(List.of(kind.measure(), member.code()));
                if (answer != null) {
                    answered.add(member.code());
                    String profile = "/v1/municipalities/%s/profile?round=%s&dataset=%d"
                            .formatted(member.code(), found.round(), version.version());
                    answers.add(SwotView.AnswerView.of(kind, member, answer, profile, language));
                }
            }
        }
        return new SwotView(
                found.round(),
                DatasetView.of(version, found.round(), language),
                answers,
                members.stream()
                        .map(Municipality::code)
                        .filter(code -> !answered.contains(code))
                        .toList());
    }
}
