package nl.wijkvergelijk.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.questionnaire.Section;
import nl.wijkvergelijk.survey.response.Responses;

/** Makes out receipts: what was handed in last, when and by whom. */
@ApplicationScoped
class Receipts {

    private final Responses responses;
    private final Submissions submissions;

    Receipts(Responses responses, Submissions submissions) {
        this.responses = responses;
        this.submissions = submissions;
    }

    /** The receipt of the response in the path, or 404; with revision 0 before it was handed in. */
    @Transactional
    public Templates.Receipt of(Visit visit) {
        Responses.Found found = responses.inPath(visit.round(), visit.code());
        Submission last =
                submissions.last(found.response().key()).orElse(new Submission(0, java.time.Instant.EPOCH, "", null));
        Answers answers = responses.now(found).revision(last.revision()).orElseThrow();
        AnswerWords words = new AnswerWords(found.questionnaire(), visit.language());
        return new Templates.Receipt(
                visit.response(),
                found.round().id(),
                found.round().title().in(visit.language()),
                found.municipality().name(),
                found.municipality().code(),
                last.revision(),
                People.moment(last.at(), visit.language()),
                last.account(),
                last.onBehalf(),
                found.response().revision() > last.revision(),
                checksum(answers.toJson().toString()),
                found.questionnaire().sections().stream()
                        .map(section -> chapter(section, answers, words, visit.language()))
                        .filter(chapter -> !chapter.answers().isEmpty())
                        .toList());
    }

    private static Templates.Chapter chapter(Section section, Answers answers, AnswerWords words, Language language) {
        List<Templates.Answered> answered = section.questions().stream()
                .filter(question -> answers.to(question.id()).isPresent() || answers.isRedacted(question.id()))
                .map(question -> new Templates.Answered(
                        question.form(), words.label(question.id()), words.of(answers, question.id())))
                .toList();
        return new Templates.Chapter(
                section.title() == null ? section.id() : section.title().in(language), answered);
    }

    private static String checksum(String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
