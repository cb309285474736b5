package nl.wijkvergelijk.comparison.dataset;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order of municipalities by name in Dutch: capitals do not matter, 's-Gravenhage stands under S; equal names go by code. */
public final class MunicipalityOrder {

    /** By name, then code. */
    public static final Comparator<Municipality> BY_NAME = Comparator.comparing(
                    MunicipalityOrder::fromFirstLetter, dutch()::compare)
            .thenComparing(Municipality::name)
            .thenComparing(Municipality::code);

    private MunicipalityOrder() {}

    private static Collator dutch() {
        Collator dutch = Collator.getInstance(new Locale("nl", "NL"));
        dutch.setStrength(Collator.SECONDARY);
        return dutch;
    }

    private static String fromFirstLetter(Municipality municipality) {
        String name = municipality.name();
        int at = 0;
        while (at < name.length() && !Character.isLetterOrDigit(name.charAt(at))) {
            at++;
        }
        return name.substring(at);
    }
}
