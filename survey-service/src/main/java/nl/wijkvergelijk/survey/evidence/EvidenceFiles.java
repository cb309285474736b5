package nl.wijkvergelijk.survey.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.request.Tagged;

/** The files of documents. First the file is on disk, whole, and then the row says so; while it comes in no transaction is open. */
@ApplicationScoped
class EvidenceFiles {

    private final Dossier dossier;
    private final FileStore store;

    EvidenceFiles(Dossier dossier, FileStore store) {
        this.dossier = dossier;
        this.store = store;
    }

    /** A file and where it is. */
    record Found(StoredFile file, Path path) implements Tagged {

        @Override
        public String tag() {
            return file.tag();
        }
    }

    /**
     * Keeps a file with a document. The one it replaces stays on disk.
     *
     * @param declared the media type that the sender says it is
     * @param disposition the header that may hold a name; null for none
     */
    Dossier.Attached keep(
            String round,
            String code,
            String id,
            String ifMatch,
            String declared,
            String disposition,
            InputStream content) {
        EvidenceView now = dossier.one(round, code, id);
        requireMatch(ifMatch, now.file());
        if (now.document() == null) {
            throw refusal("not-a-document", "Een interview heeft geen bestand.", "An interview has no file.");
        }
        try (FileStore.Incoming incoming = store.receive(content).orElseThrow(EvidenceFiles::tooLarge)) {
            if (incoming.size() == 0) {
                throw refusal("required", "De inhoud ontbreekt.", "The content is missing.");
            }
            String mediaType = declared.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
            if (!MediaTypes.of(incoming.path()).contains(mediaType)) {
                throw new ProblemException(
                        SurveyProblem.EVIDENCE_FILE_REFUSED,
                        new Text(
                                "De bytes zijn niet wat Content-Type zegt (%s), of er zitten macro's of een te grote inhoud in."
                                        .formatted(mediaType),
                                "The bytes are not what Content-Type says (%s), or they hold macros or unpack to too much."
                                        .formatted(mediaType)));
            }
            List<String> endings = MediaTypes.endings(mediaType);
            String name = FileName.ending(FileName.sent(disposition, id), endings);
            incoming.keep();
            return dossier.attach(
                    round, code, id, ifMatch, new StoredFile(incoming.sha256(), incoming.size(), mediaType, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a document; 404 when it has none. */
    Found find(String round, String code, String id) {
        StoredFile file = dossier.one(round, code, id).file();
        if (file == null) {
            throw ProblemException.notFound();
        }
        return new Found(file, store.find(file.sha256()).orElseThrow(() -> new ProblemException(
                        SurveyProblem.EVIDENCE_FILE_MISSING,
                        new Text(
                                "Het bestand ontbreekt of is beschadigd; de beheerder kan het terugzetten.",
                                "The file is missing or damaged; the operator can restore it."))
                .header("Retry-After", "3600")));
    }

    /** A first file needs no tag. */
    static void requireMatch(String ifMatch, StoredFile file) {
        ETags.requireMatchUnlessNew(ifMatch, file == null, file == null ? ETags.strong("none") : file.tag());
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                HttpProblem.PAYLOAD_TOO_LARGE,
                new Text(
                        "Het bestand is groter dan de grens in /v1/config.",
                        "The file is larger than the limit in /v1/config."));
    }

    private static ProblemException refusal(String code, String nl, String en) {
        return ProblemException.invalid(InputError.body("", code, new Text(nl, en)));
    }
}
