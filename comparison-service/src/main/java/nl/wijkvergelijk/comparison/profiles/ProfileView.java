package nl.wijkvergelijk.comparison.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.findings.FindingView;
import nl.wijkvergelijk.comparison.published.WholeAnswer;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.MunicipalityName;
import nl.wijkvergelijk.comparison.representation.PublicationView;
import nl.wijkvergelijk.comparison.representation.RevisionView;
import nl.wijkvergelijk.http.Language;

/**
 * A municipality in a round, for reading.
 *
 * @param revision the revision of the response that is shown; absent when no answers were published
 * @param publication what it was published in, likewise; it corrects only what was public of this municipality
 * @param description absent when it was published before descriptions were
 * @param evidence everything on file; none when it was published before evidence was
 * @param figures where its figures are, of the same version
 */
record ProfileView(
        MunicipalityName municipality,
        String round,
        DatasetView dataset,
        RevisionView revision,
        PublicationView publication,
        DescriptionView description,
        List<SectionView> sections,
        List<EvidenceView> evidence,
        List<FindingView> findings,
        String figures,
        String provenance) {

    /** A section of the questionnaire with its answers. */
    record SectionView(String id, String title, List<AnswerView> answers) {}

    /** @param labels the codes in the answer in words: kind of code, code, label */
    record AnswerView(
            String question, String label, String type, JsonNode answer, Map<String, Map<String, String>> labels) {

        static AnswerView of(WholeAnswer whole, Language language) {
            return new AnswerView(
                    whole.question(),
                    whole.label().in(language),
                    whole.type(),
                    whole.answer(),
                    labels(whole.labels(), language));
        }

        private static Map<String, Map<String, String>> labels(JsonNode published, Language language) {
            Map<String, Map<String, String>> labels = new LinkedHashMap<>();
            published.fields().forEachRemaining(kind -> {
                Map<String, String> words = new LinkedHashMap<>();
                kind.getValue()
                        .fields()
                        .forEachRemaining(code -> words.put(
                                code.getKey(),
                                code.getValue().path(language.code()).asText()));
                labels.put(kind.getKey(), words);
            });
            return labels;
        }
    }

    static ProfileView of(
            Municipality municipality,
            String round,
            DatasetView dataset,
            List<WholeAnswer> answers,
            PublicationView publication,
            DescriptionView description,
            List<EvidenceView> evidence,
            List<FindingView> findings,
            Language language) {
        WholeAnswer first = answers.isEmpty() ? null : answers.get(0);
        String query = "round=%s&dataset=%d".formatted(round, dataset.version());
        return new ProfileView(
                new MunicipalityName(municipality.code(), municipality.name()),
                round,
                dataset,
                first == null
                        ? null
                        : new RevisionView(first.revision(), first.revisedAt().toString(), first.onBehalf()),
                publication,
                description,
                sections(answers, language),
                evidence,
                findings,
                "/v1/figures?municipality=%s&%s".formatted(municipality.code(), query),
                "/v1/municipalities/%s/profile?%s".formatted(municipality.code(), query));
    }

    private static List<SectionView> sections(List<WholeAnswer> answers, Language language) {
        Map<String, SectionView> sections = new LinkedHashMap<>();
        for (WholeAnswer answer : answers) {
            sections.computeIfAbsent(
                            answer.section(),
                            id -> new SectionView(id, answer.sectionTitle().in(language), new ArrayList<>()))
                    .answers()
                    .add(AnswerView.of(answer, language));
        }
        return List.copyOf(sections.values());
    }
}
