package nl.wijkvergelijk.comparison.definitions;

/** What a formula reads: one municipality's figures in one round. */
public interface Operands {

    /** Its figure of a measure; never null. */
    Operand measure(String id);

    /** Its total on a rating scale; never null. */
    Operand total(String scale);
}
