package nl.wijkvergelijk.survey.remark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.response.Clarifications;
import nl.wijkvergelijk.survey.response.ResponseKey;

/** The clarifications of resolved remarks, as long as they are about the answer that stands there. */
@ApplicationScoped
class ResolvedClarifications implements Clarifications {

    private final Threads threads;

    ResolvedClarifications(Threads threads) {
        this.threads = threads;
    }

    @Override
    public Map<String, String> of(ResponseKey key) {
        return threads.of(key, Filter.ALL).stream()
                .filter(each -> each.resolution() != null && each.resolution().clarification() != null)
                .filter(each -> !RemarkGates.isOvertaken(each))
                .collect(Collectors.groupingBy(
                        RemarkView::question,
                        Collectors.mapping(each -> each.resolution().clarification(), Collectors.joining("\n\n"))));
    }
}
