package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.response.OutOfSight;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * Which versions of descriptions are the reader's business: to researchers all of them, to a municipality those that were the present one at some moment in which it
 * could read it, told from what happened in its order.
 */
@ApplicationScoped
class LaidBefore implements OutOfSight {

    private final Actors actors;
    private final Sql sql;

    LaidBefore(Actors actors, Sql sql) {
        this.actors = actors;
        this.sql = sql;
    }

    /**
     * @param state the state from then on; null where a version was written
     * @param version the version that was written; 0 where none was
     */
    private record Moment(long id, String municipality, String state, int version) {}

    /** Whether the reader may see any version. */
    boolean showsAll() {
        return actors.current().role() != Role.CONTACT;
    }

    /** The versions that ever lay before the municipality. */
    Set<Integer> versions(Responses.Found found) {
        String code = found.municipality().code();
        return shown(moments(found.round().id(), List.of(code))).getOrDefault(code, new TreeSet<>());
    }

    /** The last version that the reader may see, by municipality; nothing where there is none. */
    Map<String, Integer> last(String round, Collection<String> municipalities) {
        List<Moment> moments = moments(round, municipalities);
        return showsAll()
                ? moments.stream()
                        .filter(moment -> moment.version() > 0)
                        .collect(Collectors.toMap(Moment::municipality, Moment::version, Math::max))
                : shown(moments).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                        .last()));
    }

    @Override
    public Set<Long> of(String round, Collection<String> municipalities) {
        if (showsAll()) {
            return Set.of();
        }
        List<Moment> moments = moments(round, municipalities);
        Map<String, TreeSet<Integer>> shown = shown(moments);
        return moments.stream()
                .filter(moment -> moment.version() > 0)
                .filter(moment -> !shown.getOrDefault(moment.municipality(), new TreeSet<>())
                        .contains(moment.version()))
                .map(Moment::id)
                .collect(Collectors.toSet());
    }

    private List<Moment> moments(String round, Collection<String> municipalities) {
        return sql.list(
                """
                select id, municipality, to_state, coalesce((content ->> 'version')::integer, 0) as version from history.event
                where round = ? and municipality = any (string_to_array(?, ','))
                  and (subject = 'response' and to_state is not null or subject = 'description' and action = 'describe')
                order by id
                """,
                row -> new Moment(
                        row.getLong("id"),
                        row.getString("municipality"),
                        row.getString("to_state"),
                        row.getInt("version")),
                round,
                String.join(",", municipalities));
    }

    private static Map<String, TreeSet<Integer>> shown(List<Moment> moments) {
        Map<String, TreeSet<Integer>> shown = new HashMap<>();
        Map<String, Integer> present = new HashMap<>();
        Set<String> reading = new HashSet<>();
        for (Moment moment : moments) {
            String municipality = moment.municipality();
            present.merge(municipality, moment.version(), Math::max);
            if (moment.state() != null && Descriptions.SHOWN.contains(State.of(moment.state()))) {
                reading.add(municipality);
            } else if (moment.state() != null) {
                reading.remove(municipality);
            }
            if (reading.contains(municipality)) {
                shown.computeIfAbsent(municipality, none -> new TreeSet<>()).add(present.get(municipality));
            }
        }
        return shown;
    }
}
