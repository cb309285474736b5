package nl.wijkvergelijk.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.description.AgreementView;
import nl.wijkvergelijk.survey.description.Agreements;
import nl.wijkvergelijk.survey.description.CommentView;
import nl.wijkvergelijk.survey.description.Comments;
import nl.wijkvergelijk.survey.description.DescriptionView;
import nl.wijkvergelijk.survey.description.Descriptions;
import nl.wijkvergelijk.survey.mail.Contact;
import nl.wijkvergelijk.survey.mail.Contacts;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Section;
import nl.wijkvergelijk.survey.remark.Kind;
import nl.wijkvergelijk.survey.remark.RemarkView;
import nl.wijkvergelijk.survey.remark.Remarks;
import nl.wijkvergelijk.survey.remark.Stage;
import nl.wijkvergelijk.survey.response.Action;
import nl.wijkvergelijk.survey.response.ResponseView;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.State;
import nl.wijkvergelijk.survey.response.Transitions;
import nl.wijkvergelijk.survey.workbook.WorkbookLimits;

/** Gathers what the page of a response shows, each thing from the feature that owns it and as that feature shows it to the reader. */
@ApplicationScoped
class Sheets {

    private static final Pattern HEADING = Pattern.compile("(</?h)([1-6])>");

    private final Responses responses;
    private final Transitions transitions;
    private final Remarks remarks;
    private final Descriptions descriptions;
    private final Comments comments;
    private final Agreements agreements;
    private final Submissions submissions;
    private final Contacts contacts;
    private final Earlier earlier;
    private final WorkbookLimits limits;

    Sheets(
            Responses responses,
            Transitions transitions,
            Remarks remarks,
            Descriptions descriptions,
            Comments comments,
            Agreements agreements,
            Submissions submissions,
            Contacts contacts,
            Earlier earlier,
            WorkbookLimits limits) {
        this.responses = responses;
        this.transitions = transitions;
        this.remarks = remarks;
        this.descriptions = descriptions;
        this.comments = comments;
        this.agreements = agreements;
        this.submissions = submissions;
        this.contacts = contacts;
        this.earlier = earlier;
        this.limits = limits;
    }

    /**
     * The page of the response in the path, or 404.
     *
     * @param typed what the reader sent and was not kept, by form; so that it need not be typed again
     */
    @Transactional
    public Sheet of(Visit visit, Map<String, String> typed) {
        Responses.Found found = responses.inPath(visit.round(), visit.code());
        Language language = visit.language();
        AnswerWords words = new AnswerWords(found.questionnaire(), language);
        Answers answers = responses.present(found);
        ResponseView view = found.view();
        boolean writes = visit.actor().role() == Role.CONTACT;
        List<RemarkView> all = remarks.on(found);
        List<RemarkView> waiting = all.stream().filter(Sheets::waits).toList();
        Optional<AgreementView> agreement = present(() -> agreements.inPath(visit.round(), visit.code()));
        boolean isInComment = view.state() == State.IN_COMMENT;
        Sheet.Proposals proposals = earlier.of(
                        visit,
                        found.questionnaire(),
                        words,
                        writes && view.state().isOpen(),
                        typed)
                .orElse(null);
        Asked asked = Asked.of(new Asked.Facts(
                view.state(),
                view.revision(),
                view.completeness().required(),
                transitions.againstSubmitting(found).size(),
                waiting.size(),
                isInComment ? view.comment().deadline() : null,
                agreement.filter(AgreementView::current).isPresent(),
                proposals == null ? 0 : proposals.count(),
                proposals == null ? null : proposals.round()));
        boolean asks = writes && asked.label() != null;
        return new Sheet(
                visit.response(),
                found.round().id(),
                found.round().title().in(language),
                found.municipality().name(),
                found.municipality().code(),
                People.state(view.state()).in(language),
                asked.sentence().in(language),
                asks ? new Sheet.Step(asked.label().in(language), place(visit, asked.place())) : null,
                view.deadline() == null ? null : People.day(view.deadline().date(), language),
                view.deadline() != null && view.deadline().late(),
                view.completeness().answered(),
                view.completeness().total(),
                view.completeness().required(),
                found.questionnaire().sections().stream()
                        .map(section -> part(section, answers, words, language))
                        .toList(),
                waiting.stream()
                        .map(each -> thread(each, answers, words, visit, writes, typed))
                        .toList(),
                all.stream()
                        .filter(each -> !waits(each))
                        .map(each -> thread(each, answers, words, visit, writes, typed))
                        .toList(),
                proposals,
                description(visit, found, agreement, writes && isInComment, typed),
                view.revision(),
                submissions.last(found.response().key()).isPresent(),
                contacts.of(found.response().key()).map(Contact::email).orElse(null),
                writes,
                view.state().isOpen(),
                Action.SUBMIT.isPossibleFrom(view.state()),
                limits.bytes().asLongValue() / (1024 * 1024));
    }

    private static String place(Visit visit, String place) {
        return place.startsWith("#") ? place : visit.response() + place;
    }

    /** Whether the researchers had the last word and nobody has settled it. */
    private static boolean waits(RemarkView remark) {
        boolean askedByContact = remark.role().equals(Role.CONTACT.code());
        return remark.state() == (askedByContact ? Stage.ANSWERED : Stage.ASKED);
    }

    private static Sheet.Part part(Section section, Answers answers, AnswerWords words, Language language) {
        List<Question> unanswered = section.questions().stream()
                .filter(question -> answers.to(question.id()).isEmpty())
                .toList();
        return new Sheet.Part(
                section.title() == null ? section.id() : section.title().in(language),
                section.questions().size() - unanswered.size(),
                section.questions().size(),
                unanswered.stream()
                        .filter(Question::required)
                        .map(question ->
                                (question.form() == null ? "" : question.form() + " ") + words.label(question.id()))
                        .toList());
    }

    private static Sheet.Thread thread(
            RemarkView remark,
            Answers answers,
            AnswerWords words,
            Visit visit,
            boolean writes,
            Map<String, String> typed) {
        Language language = visit.language();
        String question = remark.question();
        String quoted =
                question == null ? null : words.of(question, remark.quoted().answer());
        String now = question == null || !remark.stale() ? null : words.of(answers, question);
        List<Sheet.Line> lines = new ArrayList<>();
        lines.add(new Sheet.Line(
                who(remark.role(), remark.author(), language),
                People.moment(remark.askedAt(), language),
                remark.text()));
        remark.replies()
                .forEach(reply -> lines.add(new Sheet.Line(
                        who(reply.role(), reply.author(), language),
                        People.moment(reply.repliedAt(), language),
                        reply.text())));
        return new Sheet.Thread(
                remark.id(),
                (remark.kind() == Kind.REMARK
                                ? new Text("Opmerking", "Remark")
                                : new Text("Verzoek om opheldering", "Clarification request"))
                        .in(language),
                question == null ? null : words.label(question),
                quoted,
                Objects.equals(now, quoted) ? null : now,
                lines,
                remark.isOpen() ? null : outcome(remark, language),
                writes && remark.isOpen(),
                typed.get("reply-" + remark.id()));
    }

    private static String outcome(RemarkView remark, Language language) {
        String clarification = remark.resolution().clarification();
        String settled = new Text("Afgehandeld", "Resolved").in(language);
        return clarification == null
                ? settled + "."
                : settled
                        + new Text("; voor de lezers staat erbij: ", "; readers are told: ").in(language)
                        + clarification;
    }

    private static String who(String role, String account, Language language) {
        return People.role(role).in(language) + " " + account;
    }

    private Sheet.Text description(
            Visit visit,
            Responses.Found found,
            Optional<AgreementView> agreement,
            boolean canComment,
            Map<String, String> typed) {
        Optional<DescriptionView> shown = present(() -> descriptions.inPath(visit.round(), visit.code()));
        if (shown.isEmpty()) {
            return null;
        }
        DescriptionView text = shown.get();
        Language language = visit.language();
        List<CommentView> said =
                present(() -> comments.inPath(visit.round(), visit.code())).orElse(List.of());
        List<Sheet.Passage> passages = found.questionnaire().sections().stream()
                .filter(section -> text.sections().containsKey(section.id()))
                .map(section -> new Sheet.Passage(
                        section.id(),
                        section.title() == null ? section.id() : section.title().in(language),
                        below(text.sections().get(section.id()).html()),
                        lines(said, section.id(), language),
                        typed.get("comment-" + section.id())))
                .toList();
        return new Sheet.Text(
                text.version(),
                text.language(),
                passages,
                lines(said, null, language),
                canComment,
                agreement.map(answer -> answer(answer, visit)).orElse(null),
                agreement.filter(AgreementView::current).isPresent(),
                agreement.map(AgreementView::tag).orElse(null),
                typed.get("comment-"),
                typed.get("dissent"));
    }

    /** With headings below that of the section, which is of the third level. In the HTML of a description a {@code <} begins a tag. */
    private static String below(String html) {
        return HEADING.matcher(html)
                .replaceAll(tag -> tag.group(1) + Math.min(6, Integer.parseInt(tag.group(2)) + 3) + ">");
    }

    private static String answer(AgreementView answer, Visit visit) {
        boolean isOwn = visit.actor().role() == Role.CONTACT;
        if (answer.agrees()) {
            return (isOwn
                            ? new Text("U hebt ingestemd met deze tekst.", "You have agreed with this text.")
                            : new Text(
                                    "De gemeente heeft ingestemd met deze tekst.",
                                    "The municipality has agreed with this text."))
                    .in(visit.language());
        }
        return (isOwn
                                ? new Text(
                                        "Uw eigen lezing, die erbij wordt gepubliceerd: ",
                                        "Your own reading, published with it: ")
                                : new Text(
                                        "De gemeente heeft een eigen lezing, die erbij wordt gepubliceerd: ",
                                        "The municipality has a reading of its own, published with it: "))
                        .in(visit.language())
                + answer.dissent();
    }

    private static List<Sheet.Line> lines(List<CommentView> said, String section, Language language) {
        List<Sheet.Line> lines = new ArrayList<>();
        for (CommentView comment : said) {
            if (Objects.equals(comment.section(), section)) {
                lines.add(new Sheet.Line(
                        who(Role.CONTACT.code(), comment.author(), language),
                        People.moment(comment.commentedAt(), language),
                        comment.text()));
                if (comment.disposition() != null) {
                    lines.add(disposition(comment.disposition(), language));
                }
            }
        }
        return lines;
    }

    private static Sheet.Line disposition(CommentView.Disposition settled, Language language) {
        Text outcome =
                switch (settled.outcome()) {
                    case ADOPTED -> new Text("Overgenomen.", "Adopted.");
                    case PARTLY -> new Text("Deels overgenomen.", "Partly adopted.");
                    case NOT -> new Text("Niet overgenomen.", "Not adopted.");
                };
        return new Sheet.Line(
                who(Role.RESEARCHER.code(), settled.author(), language),
                People.moment(settled.disposedAt(), language),
                outcome.in(language) + (settled.why() == null ? "" : " " + settled.why()));
    }

    /** What may not be there for the reader. */
    private static <T> Optional<T> present(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (ProblemException none) {
            if (none.type() == HttpProblem.NOT_FOUND) {
                return Optional.empty();
            }
            throw none;
        }
    }
}
