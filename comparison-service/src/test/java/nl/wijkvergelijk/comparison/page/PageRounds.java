package nl.wijkvergelijk.comparison.page;

import java.sql.SQLException;
import java.util.List;
import nl.wijkvergelijk.comparison.Publication;
import nl.wijkvergelijk.comparison.Seam;

/** What pages are tested with: two rounds with shares, a contradiction, gaps and ratings with ballots. */
final class PageRounds {

    private static final String AMERSFOORT = "GM0307";
    private static final String LEUSDEN = "GM0327";

    private PageRounds() {}

    /** Publishes all but the last; gives the last, of round 2027. */
    static Publication publishFirst(Seam seam) throws SQLException {
        seam.publish(Publication.definitions().under(2));
        seam.publish(Publication.reference()
                .under(2)
                .municipality(AMERSFOORT, "Amersfoort")
                .municipality(LEUSDEN, "Leusden"));
        seam.publish(Publication.reference().under(2).round("2005"));
        seam.publish(of2005());
        seam.publish(Publication.ratings("2005")
                .under(2)
                .ratings("depth", 1, true, List.of(AMERSFOORT, LEUSDEN), 3, 3)
                .ballot("depth", AMERSFOORT, AMERSFOORT, 2)
                .ballot("depth", AMERSFOORT, LEUSDEN, 1)
                .ballot("depth", LEUSDEN, AMERSFOORT, 1)
                .ballot("depth", LEUSDEN, LEUSDEN, 2));
        seam.publish(Publication.reference().under(2).round("2027"));
        return Publication.responses("2027")
                .under(2)
                .number(AMERSFOORT, "residents", "160000", "residents", "approximate", "2027")
                .number(AMERSFOORT, "fte-total", "12", "fte", "exact", "2027")
                .number(LEUSDEN, "residents", "31000", "residents", "exact", "2027")
                .missing(LEUSDEN, "fte-total", "not-stated");
    }

    private static Publication of2005() {
        return Publication.responses("2005")
                .under(2)
                .number(AMERSFOORT, "residents", "135000", "residents", "approximate", null)
                .number(AMERSFOORT, "fte-total", "9.5", "fte", "exact", "2005")
                .text(
                        AMERSFOORT,
                        "approach-name",
                        "Wijkgericht werken in Amersfoort, samen met bewoners en corporaties")
                .number(LEUSDEN, "residents", "29000", "residents", "exact", "2005")
                .disputed(LEUSDEN, "fte-total", "56", "hours-per-week", """
                        [{"value": 2, "unit": "fte", "relation": "contradicts",
                          "evidence": [{"document": {"title": "Jaarverslag", "date": "2004"}, "section": "3.7", "page": "12"}]}]""")
                .number(LEUSDEN, "share-social", "40", "percent", "exact", null)
                .number(LEUSDEN, "share-safety", "35", "percent", "exact", null)
                .number(AMERSFOORT, "share-physical-development", "30", "percent", "exact", null)
                .number(AMERSFOORT, "share-physical-management", "30", "percent", "approximate", null)
                .number(AMERSFOORT, "share-social", "25", "percent", "exact", null)
                .number(AMERSFOORT, "share-safety", "10", "percent", "exact", null)
                .number(AMERSFOORT, "share-economic", "3", "percent", "exact", null);
    }
}
