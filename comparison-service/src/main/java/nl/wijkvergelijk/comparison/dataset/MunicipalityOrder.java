package nl.wijkvergelijk.comparison.dataset;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order of municipalities by name in Dutch: capitals and accents do not matter; equal names go by code. */
public final class MunicipalityOrder {

    /** By name, then code. */
    public static final Comparator<Municipality> BY_NAME = Comparator.comparing(Municipality::name, dutch()::compare)
            .thenComparing(Municipality::name)
            .thenComparing(Municipality::code);

    private MunicipalityOrder() {}

    private static Collator dutch() {
        Collator dutch = Collator.getInstance(new Locale("nl", "NL"));
        dutch.setStrength(Collator.SECONDARY);
        return dutch;
    }
}
