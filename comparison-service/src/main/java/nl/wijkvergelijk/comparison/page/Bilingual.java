package nl.wijkvergelijk.comparison.page;

import nl.wijkvergelijk.http.Language;

/** What every page says of the language it is in, and of the other. */
interface Bilingual {

    Language language();

    /** A sentence in the reader's language. */
    default String t(String nl, String en) {
        return language() == Language.NL ? nl : en;
    }

    default String lang() {
        return language().code();
    }

    default String otherLang() {
        return other().code();
    }

    default String otherName() {
        return other() == Language.EN ? "English" : "Nederlands";
    }

    private Language other() {
        return language() == Language.NL ? Language.EN : Language.NL;
    }
}
