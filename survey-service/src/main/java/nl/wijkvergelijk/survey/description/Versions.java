package nl.wijkvergelijk.survey.description;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.sql.Sql;

/** Reads earlier versions of a description back: to researchers all of them, to a municipality those that ever lay before it, and only while one does. */
@ApplicationScoped
class Versions {

    private final Responses responses;
    private final Descriptions descriptions;
    private final LaidBefore laid;
    private final Sql sql;

    Versions(Responses responses, Descriptions descriptions, LaidBefore laid, Sql sql) {
        this.responses = responses;
        this.descriptions = descriptions;
        this.laid = laid;
        this.sql = sql;
    }

    /** A page of the versions, the oldest first; 404 where there is no description to see. */
    @Transactional
    VersionList all(String round, String code, Supplier<Page> asked) {
        descriptions.inPath(round, code);
        Page page = asked.get();
        Responses.Found found = responses.inPath(round, code);
        IntPredicate isShown = shown(found);
        List<VersionList.VersionView> versions = sql
                .list(
                        """
                                select version, language, at, author, reason from history.description
                                where round = ? and municipality = ? order by version
                                """,
                        row -> new VersionList.VersionView(
                                row.getInt("version"),
                                row.getString("language"),
                                Sql.instant(row, "at"),
                                row.getString("author"),
                                row.getString("reason")),
                        found.round().id(),
                        found.municipality().code())
                .stream()
                .filter(version -> isShown.test(version.version()))
                .toList();
        return new VersionList(page.of(versions), versions.size(), page);
    }

    /** One version; what is no number of one that may be seen leads nowhere (404). */
    @Transactional
    DescriptionView one(String round, String code, String number) {
        descriptions.inPath(round, code);
        Responses.Found found = responses.inPath(round, code);
        return Optional.of(number)
                .filter(n -> n.matches("[1-9][0-9]{0,8}"))
                .map(Integer::parseInt)
                .filter(shown(found)::test)
                .flatMap(n -> descriptions.version(found, n))
                .map(DescriptionView::of)
                .orElseThrow(ProblemException::notFound);
    }

    private IntPredicate shown(Responses.Found found) {
        return laid.showsAll() ? any -> true : laid.versions(found)::contains;
    }
}
