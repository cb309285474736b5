package nl.wijkvergelijk.comparison.definitions;

import java.util.List;
import java.util.Map;

/** How an indicator is computed; a closed set of kinds, each one small class. */
public sealed interface Formula
        permits ValueFormula, RatioFormula, RateFormula, ShareFormula, CountedFormula, TotalFormula {

    /** value, ratio, rate, share, counted or total. */
    String kind();

    /** The measures (or the rating scale) it may read, the leading one first. */
    List<String> inputs();

    /** What the definitions file says beside the kind, in order, for showing. */
    Map<String, Object> parameters();

    /** Computes one figure. Missing inputs make it not computable, never zero. */
    Computed compute(Operands operands);
}
