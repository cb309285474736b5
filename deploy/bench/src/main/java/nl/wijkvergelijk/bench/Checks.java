package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wijkvergelijk.bench.Ledger.Write;

/** Holds the database and both services against what was settled. */
final class Checks {

    private static final String[] SAME = {
        "/rounds",
        "/municipalities",
        "/datasets",
        "/indicators",
        "/comparisons/overview",
        "/comparisons/fte?round=crash",
        "/comparisons/ward-size?round=crash&format=csv",
        "/figures?round=crash",
        "/figures?round=crash&format=csv",
    };

    private final Servers servers;
    private final Ledger ledger;
    private final List<String> faults = new ArrayList<>();
    int lost;
    int doubled;
    int replayed;
    int compared;

    Checks(Servers servers, Ledger ledger) {
        this.servers = servers;
        this.ledger = ledger;
    }

    List<String> faults() {
        return faults;
    }

    /** Each settled write has its event exactly once, and there is no other. */
    void events() throws SQLException {
        Map<String, Integer> there = new HashMap<>();
        for (String event : list("""
                select municipality || ' ' || subject || ' ' || action || ' ' || revision || coalesce(' ' || publication, '')
                from history.event where round = 'crash' and subject in ('response', 'ballot') and action <> 'take-part'
                """)) {
            there.merge(event, 1, Integer::sum);
        }
        for (Write write : ledger.writes()) {
            Integer times = there.remove(write.event());
            if (times == null) {
                lost++;
                faults.add("lost: " + write.event());
            } else if (times > 1) {
                doubled += times - 1;
                faults.add(times + " times: " + write.event());
            }
        }
        there.forEach((event, times) -> {
            doubled += times;
            faults.add("nobody knows of: " + event);
        });
    }

    /** What was saved and voted last is what is there, every revision has its own value, and numbers have no gap. */
    void contents() throws SQLException {
        Map<String, String> there = new TreeMap<>();
        for (String row : list(
                "select municipality || ' ' || number || ' ' || (answers #>> '{residents,value}') from history.revision where round = 'crash'")) {
            String[] parts = row.split(" ");
            there.put(parts[0] + " " + parts[1], parts[2]);
        }
        List<Write> saves = of("response", "save");
        for (Write save : saves) {
            String value = there.get(save.municipality() + " " + save.revision());
            if (!save.marker().equals(value)) {
                lost++;
                faults.add("saved %s as revision %d of %s, there is %s"
                        .formatted(save.marker(), save.revision(), save.municipality(), value));
            }
        }
        if (there.size() != saves.size()) {
            doubled += Math.max(0, there.size() - saves.size());
            faults.add(there.size() + " revisions, " + saves.size() + " saves");
        }
        for (Write vote : last(of("ballot", "put"))) {
            same(
                    "the ballot of " + vote.municipality(),
                    vote.revision() + " " + vote.marker(),
                    one(
                            "select revision || ' ' || (ratings #>> '{depth,GM7000}') from survey.ballot where round = 'crash' and rater = '"
                                    + vote.municipality() + "'"));
        }
        none("responses whose revisions are not 1 to the present one", """
                select round || ' ' || municipality from survey.response r
                where revision <> (select count(*) from history.revision h where h.round = r.round and h.municipality = r.municipality)
                   or revision <> (select coalesce(max(number), 0) from history.revision h where h.round = r.round and h.municipality = r.municipality)
                """);
    }

    /** The sequence has no gap and goes on in time, each publication has the rows it says, and each that was acknowledged is there once. */
    void publications() throws SQLException {
        same(
                "publications without a gap",
                "t",
                one("select (max(sequence) = count(*) and min(sequence) = 1)::text from published.publication")
                        .substring(0, 1));
        none("publications out of order in time", """
                select sequence from (select sequence, at, lag(at) over (order by sequence) as before from published.publication) as each
                where at <= before
                """);
        none("publications that have not the rows they say", """
                select sequence from published.publication p
                where figures <> (select count(*) from published.figure f where f.sequence = p.sequence)
                   or answers <> (select count(*) from published.answer a where a.sequence = p.sequence)
                   or municipalities <> (select count(*) from published.municipality m where m.sequence = p.sequence)
                """);
        List<String> there = list("""
                select distinct municipality || ' ' || a.sequence from published.answer a join published.publication p on p.sequence = a.sequence
                where a.round = 'crash' and p.kind = 'responses'
                """);
        List<String> settled = of("response", "publish").stream()
                .map(write -> write.municipality() + " " + write.sequence())
                .toList();
        same(
                "what was published",
                settled.stream().sorted().toList(),
                there.stream().sorted().toList());
        same(
                "publications of responses",
                "" + settled.size(),
                one("select count(*) from published.publication where kind = 'responses'"));
        for (Write publish : last(of("response", "publish"))) {
            same(
                    "what is public of " + publish.municipality(),
                    publish.revision() + " " + publish.sequence(),
                    one(
                            "select published_revision || ' ' || published_sequence from survey.response where round = 'crash' and municipality = '"
                                    + publish.municipality() + "'"));
        }
    }

    /** What an operator runs after a restore finds nothing either. */
    void invariants(Path script) throws SQLException, IOException {
        none("deploy/invariants.sql", Files.readString(script));
    }

    /** The same request with the same key gets the same answer, and nothing more happens. */
    void keys(int port) throws SQLException {
        String before = counts();
        for (Write write : ledger.writes()) {
            if (write.call().key() != null) {
                Http.Answer again = Http.send(port, write.call());
                replayed++;
                if (again.status() != write.answer().status()
                        || !Municipality.json(again).equals(Municipality.json(write.answer()))) {
                    faults.add(
                            "the key of %s was answered %s, first %s".formatted(write.event(), again, write.answer()));
                }
            }
        }
        same("rows after every key was sent again", before, counts());
    }

    /** Who followed all the while shows, byte for byte, what one shows that reads everything anew. */
    void comparison(Servers.Service followed, Servers.Service rebuilt, List<String> seen) throws SQLException {
        rebuilt.start();
        rebuilt.awaitReady();
        for (String path : SAME) {
            Http.Answer one = Http.send(followed.port, Http.Call.get(path, null));
            Http.Answer other = Http.send(rebuilt.port, Http.Call.get(path, null));
            compared++;
            if (one.status() != 200
                    || !one.body().equals(other.body())
                    || !String.valueOf(one.tag()).equals(other.tag())) {
                faults.add("%s is not what a rebuilt one says: %d %s, %d %s"
                        .formatted(path, one.status(), one.tag(), other.status(), other.tag()));
            }
        }
        same(
                "what the watcher saw",
                list("select sequence || ' ' || kind from published.publication order by sequence"),
                seen.stream().map(each -> each.replaceFirst(" .* ", " ")).toList());
    }

    /** How many rows an earlier attempt had stored whose answer never came, of those sent again between these moments. */
    long storedUnanswered(Faults.Window window) throws SQLException {
        long found = 0;
        for (Write write : ledger.writes()) {
            if (write.sends() > 1
                    && write.began().isBefore(window.to())
                    && write.lastBegan().isAfter(window.from())) {
                found += Long.parseLong(one("""
                        select count(*) from history.event where round = 'crash' and municipality = '%s' and subject = '%s' and action = '%s' and revision = %d
                        and at between '%s' and '%s'
                        """.formatted(
                                write.municipality(),
                                write.subject(),
                                write.action(),
                                write.revision(),
                                window.from().minusSeconds(3),
                                window.to())));
            }
        }
        return found;
    }

    private List<Write> of(String subject, String action) {
        return ledger.writes().stream()
                .filter(write ->
                        write.subject().equals(subject) && write.action().equals(action))
                .toList();
    }

    private static List<Write> last(List<Write> writes) {
        return List.copyOf(writes.stream()
                .collect(Collectors.toMap(Write::municipality, write -> write, (earlier, later) -> later, TreeMap::new))
                .values());
    }

    private String counts() throws SQLException {
        return one("""
                select (select count(*) from history.event) || ' events, ' || (select count(*) from history.revision) || ' revisions, '
                    || (select count(*) from published.publication) || ' publications'
                """);
    }

    private void none(String what, String sql) throws SQLException {
        List<String> found = list(sql);
        if (!found.isEmpty()) {
            faults.add(what + ": " + found);
        }
    }

    private void same(String what, Object expected, Object there) {
        if (!expected.equals(there)) {
            faults.add("%s: expected %s, there is %s".formatted(what, expected, there));
        }
    }

    private String one(String sql) throws SQLException {
        return String.join(", ", list(sql));
    }

    private List<String> list(String sql) throws SQLException {
        try (Connection connection = servers.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
