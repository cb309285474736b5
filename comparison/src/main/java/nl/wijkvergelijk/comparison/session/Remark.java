package nl.wijkvergelijk.comparison.session;

import java.util.Locale;
import nl.wijkvergelijk.http.Text;

/** What a number of a session rests on, or why it is not there. */
public enum Remark {
    TOTALS_ONLY(
            "Van deze schaal zijn alleen totalen gepubliceerd, geen stembriefjes: wie wat gaf, is niet bekend.",
            "Of this scale only totals were published, no ballots: who gave what is not known."),
    NO_OWN_BALLOT(
            "Deze gemeenten leverden zelf geen volledig stembriefje in; hoe zij zichzelf zien, is niet bekend.",
            "These municipalities handed in no complete ballot themselves; how they see themselves is not known."),
    NOBODY_ELSE(
            "Deze gemeenten zijn door geen ander op een volledig stembriefje beoordeeld.",
            "Nobody else rated these municipalities on a complete ballot."),
    NO_AGREEMENT(
            "Overeenstemming is hier niet te berekenen: er zijn twee beoordelaars en twee gemeenten voor nodig die niet alles gelijk stellen, en uit totalen"
                    + " alleen ook strikte rangschikkingen.",
            "Agreement cannot be computed here: it needs two raters and two municipalities that are not all rated alike and, from totals alone, strict"
                    + " rankings."),
    ONE_BALLOT(
            "Er is maar één stembriefje; samenhang tussen beoordelaars is er pas bij twee.",
            "There is only one ballot; correlation between raters takes two."),
    NOT_BALANCED(
            "Zonder het eigen oordeel is de overeenstemming alleen bepaald als alle beoordeelde gemeenten, minstens drie, en geen andere een volledig"
                    + " stembriefje inleverden.",
            "Without own views agreement is defined only where all municipalities rated, at least three, and no others handed in a complete ballot."),
    TIES(
            "Zonder het eigen oordeel is de overeenstemming alleen bepaald als niemand twee andere gemeenten gelijk stelde.",
            "Without own views agreement is defined only where nobody rated two others alike."),
    COMPLETE_BALLOTS(
            "Gemiddelden zijn van volledige stembriefjes: briefjes die elke gemeente beoordelen.",
            "Means are of complete ballots: those that rate every municipality."),
    MEAN_OF_TOTALS(
            "Het gemiddelde is het totaal gedeeld door het aantal beoordelaars dat de bron noemt.",
            "The mean is the total divided by the number of raters that the source names."),
    OTHERS_DIFFER(
            "Zonder het eigen oordeel telt per gemeente een andere groep beoordelaars; wie streng is voor anderen, telt bij zichzelf niet mee.",
            "Without own views each municipality is rated by another set of raters; who is strict with others does not count at home."),
    BALANCED_BLOCKS(
            "Kendalls W voor gebalanceerde onvolledige rangschikkingen (Durbin): ieder ordende alle anderen, zonder gelijke plaatsen.",
            "Kendall's W for balanced incomplete rankings (Durbin): each put all others in order, without ties."),
    COMMON_ITEMS(
            "Spearmans rangcorrelatie over de gemeenten die beide beoordelaars beoordeelden, gelijke plaatsen met hun gemiddelde rang.",
            "Spearman's rank correlation over the municipalities that both raters rated, ties sharing their mean rank."),
    MEAN_FROM_W(
            "De gemiddelde rangcorrelatie tussen beoordelaars volgt uit W, (mW − 1) / (m − 1), aangenomen dat ieder alle gemeenten zonder gelijke plaatsen"
                    + " op volgorde zette.",
            "The mean rank correlation between raters follows from W, (mW − 1) / (m − 1), assuming that each put all municipalities in a strict order."),
    ON_TOTALS(
            "Spearmans rangcorrelatie van de totalen op twee schalen; beschrijvend, want dezelfde beoordelaars gaven beide.",
            "Spearman's rank correlation of the totals on two scales; descriptive, as the same raters gave both.");

    private final Text text;

    Remark(String nl, String en) {
        text = new Text(nl, en);
    }

    /** As shown: {@code totals-only}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence. */
    public Text text() {
        return text;
    }
}
