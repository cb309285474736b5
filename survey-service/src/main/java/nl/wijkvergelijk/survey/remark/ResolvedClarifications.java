package nl.wijkvergelijk.survey.remark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.response.Clarifications;
import nl.wijkvergelijk.survey.response.Surveyed;

/** The clarifications of resolved remarks, as long as they are about the answer that stands there. */
@ApplicationScoped
class ResolvedClarifications implements Clarifications {

    private final Threads threads;

    ResolvedClarifications(Threads threads) {
        this.threads = threads;
    }

    @Override
    public Map<String, Map<String, String>> of(List<Surveyed> many) {
        Map<String, Map<String, String>> clarified = new HashMap<>();
        threads.of(Surveyed.round(many), Surveyed.codesOf(many), Filter.ALL)
                .forEach((code, all) -> clarified.put(code, byQuestion(all)));
        return clarified;
    }

    private static Map<String, String> byQuestion(List<RemarkView> all) {
        return all.stream()
                .filter(each -> each.resolution() != null && each.resolution().clarification() != null)
                .filter(each -> !RemarkGates.isOvertaken(each))
                .collect(Collectors.groupingBy(
                        RemarkView::question,
                        Collectors.mapping(each -> each.resolution().clarification(), Collectors.joining("\n\n"))));
    }
}
