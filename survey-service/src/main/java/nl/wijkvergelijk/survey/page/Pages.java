package nl.wijkvergelijk.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.PageAccounts;
import nl.wijkvergelijk.survey.access.Role;
import nl.wijkvergelijk.survey.response.ResponseView;
import nl.wijkvergelijk.survey.response.Responses;
import nl.wijkvergelijk.survey.response.Transitions;
import nl.wijkvergelijk.survey.workbook.Workbooks;

/** Shows the pages; what a form does is in {@link Forms}. */
@ApplicationScoped
class Pages {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Sheets sheets;
    private final Receipts receipts;
    private final Responses responses;
    private final Transitions transitions;
    private final Workbooks workbooks;
    private final PageAccounts accounts;

    Pages(
            Sheets sheets,
            Receipts receipts,
            Responses responses,
            Transitions transitions,
            Workbooks workbooks,
            PageAccounts accounts) {
        this.sheets = sheets;
        this.receipts = receipts;
        this.responses = responses;
        this.transitions = transitions;
        this.workbooks = workbooks;
        this.accounts = accounts;
    }

    void home(Visit visit) {
        boolean reads = visit.actor().role() != Role.ADMIN;
        List<Templates.Row> rows = !reads
                ? List.of()
                : responses.everywhere().stream().map(view -> row(view, visit)).toList();
        Text title = visit.actor().role() == Role.CONTACT
                ? new Text("Mijn vragenlijsten", "My questionnaires")
                : new Text("Alle vragenlijsten", "All questionnaires");
        visit.show(200, Templates.home(Frame.of(visit, title), rows, reads).render());
    }

    /** What is kept of people; also for whoever is not signed in, and where nobody can. */
    void privacy(Visit visit) {
        Text title = new Text("Privacy", "Privacy");
        visit.show(
                200,
                Templates.privacy(Frame.of(visit, title), Privacy.in(visit.language()))
                        .render());
    }

    private static Templates.Row row(ResponseView view, Visit visit) {
        Language language = visit.language();
        int open = view.openRemarks();
        return new Templates.Row(
                "/rounds/" + view.round() + "/" + view.municipality().code(),
                view.round(),
                view.municipality().name(),
                People.state(view.state()).in(language),
                new Text("%d van %d beantwoord", "%d of %d answered")
                        .in(language)
                        .formatted(
                                view.completeness().answered(),
                                view.completeness().total()),
                open == 0
                        ? null
                        : new Text(
                                        open == 1 ? "1 open opmerking" : open + " open opmerkingen",
                                        open == 1 ? "1 open remark" : open + " open remarks")
                                .in(language));
    }

    void signIn(Visit visit, int status, String name, Frame.Trouble trouble) {
        String to = SignIn.place(visit.asked("to"));
        if (visit.actor() != null) {
            visit.leadTo(to);
            return;
        }
        String done = visit.asked("done");
        Frame frame = Frame.of(visit, new Text("Aanmelden", "Sign in"))
                .done("out".equals(done) ? Done.sentence(done, List.of()) : null)
                .trouble("expired".equals(done) ? expired(visit) : trouble, "/sign-in")
                .leadingTo(to);
        visit.show(
                status,
                Templates.signIn(frame, accounts.names(), to, name, accounts.areElsewhere())
                        .render());
    }

    /** For who has an account, but not for us. */
    void roleless(Visit visit) {
        message(
                visit,
                403,
                new Text("Uw account heeft hier geen rol", "Your account has no role here"),
                new Text(
                        "U bent aangemeld, maar uw account is geen contactpersoon, onderzoeker of beheerder van Wijkvergelijk. Vraag de beheerder om een rol.",
                        "You are signed in, but your account is no contact person, researcher or administrator of Wijkvergelijk. Ask the operator for a role."),
                null);
    }

    private static Frame.Trouble expired(Visit visit) {
        return new Frame.Trouble(
                new Text("Niet meer aangemeld", "Not signed in any more").in(visit.language()),
                new Text(
                                "U was niet meer aangemeld. Er is niets bewaard: meld u aan en verstuur het opnieuw.",
                                "You were not signed in any more. Nothing was stored: sign in and send it again.")
                        .in(visit.language()),
                List.of());
    }

    void response(Visit visit) {
        Text done = Done.sentence(visit.asked("done"), changed(visit));
        visit.show(200, response(visit, Map.of(), done, null));
    }

    /** The page with what was wrong with a form of it, and what was typed. */
    String response(Visit visit, Map<String, String> typed, Text done, Frame.Trouble trouble) {
        Sheet sheet = sheets.of(visit, typed);
        Frame frame = Frame.of(visit, title(sheet)).done(done);
        return Templates.response(
                        trouble == null ? frame : frame.trouble(trouble.with(homeless(typed, sheet)), visit.response()),
                        sheet)
                .render();
    }

    /** What was typed in a form that the page does not have any more; null for nothing. */
    private static String homeless(Map<String, String> typed, Sheet sheet) {
        String words = typed.entrySet().stream()
                .filter(each -> !sheet.hasForm(each.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
        return words.isBlank() ? null : words;
    }

    /** The questions of the revision that an upload has just made, for its message. */
    private List<String> changed(Visit visit) {
        String revision = visit.asked("revision");
        if (!"workbook".equals(visit.asked("done")) || revision == null) {
            return List.of();
        }
        AnswerWords words = words(visit);
        return responses.revision(visit.round(), visit.code(), revision).changed().stream()
                .map(words::label)
                .toList();
    }

    @Transactional
    public AnswerWords words(Visit visit) {
        return new AnswerWords(responses.inPath(visit.round(), visit.code()).questionnaire(), visit.language());
    }

    @Transactional
    public void submit(Visit visit) {
        Responses.Found found = responses.inPath(visit.round(), visit.code());
        Sheet sheet = sheets.of(visit, Map.of());
        AnswerWords words = words(visit);
        List<Frame.Item> blocking = transitions.againstSubmitting(found).stream()
                .map(blocker -> Troubles.item(blocker, words, visit.language()))
                .toList();
        Frame frame =
                Frame.of(visit, new Text("Indienen – " + sheet.municipality(), "Submit – " + sheet.municipality()));
        visit.show(
                200,
                Templates.submit(frame, sheet, blocking, found.view().tag()).render());
    }

    void receipt(Visit visit) {
        Templates.Receipt receipt = receipts.of(visit);
        Frame frame = Frame.of(
                        visit,
                        new Text("Ontvangstbewijs – " + receipt.municipality(), "Receipt – " + receipt.municipality()))
                .done(Done.sentence(visit.asked("done"), List.of()));
        visit.show(200, Templates.receipt(frame, receipt).render());
    }

    @Transactional
    public void workbook(Visit visit) {
        Language in = Language.of(visit.asked("in")).orElse(visit.language());
        byte[] file = workbooks.write(responses.now(responses.inPath(visit.round(), visit.code())), in);
        visit.context()
                .response()
                .putHeader("Content-Type", XLSX)
                .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\"wijkvergelijk-%s-%s-%s.xlsx\""
                                .formatted(visit.round(), visit.code(), in.code()))
                .end(io.vertx.core.buffer.Buffer.buffer(file));
    }

    /** A page that says one thing. */
    void message(Visit visit, int status, Text title, Text sentence, String href) {
        visit.show(
                status,
                Templates.message(Frame.of(visit, title), sentence.in(visit.language()), href)
                        .render());
    }

    private static Text title(Sheet sheet) {
        return new Text(
                "%s – ronde %s".formatted(sheet.municipality(), sheet.round()),
                "%s – round %s".formatted(sheet.municipality(), sheet.round()));
    }
}
