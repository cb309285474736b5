package nl.wijkvergelijk.comparison.representation;

import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.http.Language;

/** Which version of the data an answer is of, under which terms, and how to cite it. */
public record DatasetView(long version, String publishedAt, Licence licence, String citation) {

    /** The version of one round. */
    public static DatasetView of(Version version, String round, Language language) {
        return new DatasetView(
                version.version(),
                version.publishedAt().toString(),
                Licence.OURS,
                switch (language) {
                    case NL -> "Wijkvergelijk, ronde %s, versie %d".formatted(round, version.version());
                    case EN -> "Wijkvergelijk, round %s, version %d".formatted(round, version.version());
                });
    }
}
