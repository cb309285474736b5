package nl.wijkvergelijk.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.survey.history.History;
import nl.wijkvergelijk.survey.round.RoundView;
import nl.wijkvergelijk.survey.round.Rounds;

/** Who is where, what is left to do, and who is late; with as many statements for a country as for a village. */
@ApplicationScoped
class Overview {

    private final Rounds rounds;
    private final Responses responses;
    private final History history;
    private final OutOfSight outOfSight;
    private final Instance<OpenWork> features;

    Overview(Rounds rounds, Responses responses, History history, OutOfSight outOfSight, Instance<OpenWork> features) {
        this.rounds = rounds;
        this.responses = responses;
        this.history = history;
        this.outOfSight = outOfSight;
        this.features = features;
    }

    /**
     * The responses that are asked for; a contact sees the own municipality only.
     *
     * @param asked read only when there is such a round
     */
    @Transactional
    OverviewView of(String round, Supplier<OverviewQuery> asked) {
        RoundView found = rounds.inPath(round);
        OverviewQuery query = asked.get();
        Map<String, Responses.Found> all = responses.all(found).stream()
                .collect(Collectors.toMap(each -> each.municipality().code(), each -> each));
        Map<String, Instant> changed =
                history.lastOfResponses(found.id(), all.keySet(), outOfSight.of(found.id(), all.keySet()));
        List<Standing> standings = all.entrySet().stream()
                .map(each -> Standing.of(each.getValue(), changed.get(each.getKey())))
                .toList();
        List<Standing> chosen =
                standings.stream().filter(query::mayBe).sorted(query.order()).toList();
        if (query.blocked() != null) {
            chosen = looked(chosen, all).stream().filter(query::is).toList();
        }
        List<Standing> page = query.page().of(chosen);
        return new OverviewView(
                found.id(),
                query.blocked() == null ? looked(page, all) : page,
                OverviewView.Totals.of(standings),
                chosen.size(),
                query.page());
    }

    /** These with what is left to do. */
    private List<Standing> looked(List<Standing> chosen, Map<String, Responses.Found> all) {
        if (chosen.isEmpty()) {
            return chosen;
        }
        List<Surveyed> many = responses.present(
                chosen.stream().map(each -> all.get(each.municipality().code())).toList());
        Map<String, List<OpenWork.Work>> work = new HashMap<>();
        features.forEach(feature -> feature.of(many)
                .forEach(
                        (code, its) -> work.merge(code, its, (one, other) -> Stream.concat(one.stream(), other.stream())
                                .toList())));
        Map<String, Integer> uncited = many.stream()
                .collect(Collectors.toMap(Surveyed::code, each -> each.uncited().size()));
        return chosen.stream()
                .map(each -> {
                    String code = each.municipality().code();
                    return each.with(sorted(work.getOrDefault(code, List.of())), uncited.get(code));
                })
                .toList();
    }

    private static List<OpenWork.Work> sorted(List<OpenWork.Work> work) {
        return work.stream().sorted(Comparator.comparing(OpenWork.Work::code)).toList();
    }
}
