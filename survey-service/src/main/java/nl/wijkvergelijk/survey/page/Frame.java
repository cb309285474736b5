package nl.wijkvergelijk.survey.page;

import java.util.List;
import java.util.Locale;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.access.Actor;
import nl.wijkvergelijk.survey.access.PageTable;

/**
 * What surrounds every page.
 *
 * @param reader the account signed in; null for nobody
 * @param token what each form sends along
 * @param once what makes the second sending of a form harmless
 * @param here the path, for the other language
 * @param more what stands behind the other language in that address; empty for nothing
 * @param done what was just done, as a sentence; null for nothing
 * @param trouble why nothing was done; null when nothing is wrong
 */
record Frame(
        Language language,
        String title,
        String reader,
        String role,
        String token,
        String once,
        String here,
        String more,
        String done,
        Trouble trouble) {

    static Frame of(Visit visit, Text title) {
        Actor actor = visit.actor();
        return new Frame(
                visit.language(),
                title.in(visit.language()),
                actor == null ? null : actor.account(),
                actor == null ? null : People.role(actor.role().code()).in(visit.language()),
                visit.token(),
                Sessions.unique(),
                PageTable.find("GET", visit.path()).isPresent()
                                && visit.context().request().method().name().equals("GET")
                        ? visit.path()
                        : "/",
                "",
                null,
                null);
    }

    Frame done(Text sentence) {
        return new Frame(
                language,
                title,
                reader,
                role,
                token,
                once,
                here,
                more,
                sentence == null ? null : sentence.in(language),
                trouble);
    }

    Frame trouble(Trouble what, String page) {
        return new Frame(language, title, reader, role, token, once, page, more, done, what);
    }

    /** The same in the other language leads to the same place afterwards. */
    Frame leadingTo(String place) {
        String to = place.equals("/") ? "" : "&to=" + place;
        return new Frame(language, title, reader, role, token, once, here, to, done, trouble);
    }

    /** A sentence in the reader's language. */
    public String t(String nl, String en) {
        return language == Language.NL ? nl : en;
    }

    public String lang() {
        return language.code();
    }

    /** The other language, by its own name. */
    public String otherName() {
        return language == Language.NL ? "English" : "Nederlands";
    }

    public String otherLang() {
        return (language == Language.NL ? Language.EN : Language.NL).name().toLowerCase(Locale.ROOT);
    }

    /**
     * Why something was not done, in words.
     *
     * @param items what is wrong, one by one; empty when the sentence says all
     * @param typed what was typed in a form that is not there any more, to be copied; null for nothing
     */
    record Trouble(String title, String sentence, List<Item> items, String typed) {

        Trouble(String title, String sentence, List<Item> items) {
            this(title, sentence, items, null);
        }

        Trouble with(String words) {
            return new Trouble(title, sentence, items, words);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param where a cell of a sheet, a question or a field; null when it is about the whole
     * @param href where on the page that is; null for nowhere
     */
    record Item(String where, String sentence, String href) {}
}
