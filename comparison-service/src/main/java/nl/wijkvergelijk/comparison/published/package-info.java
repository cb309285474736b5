/** Follows the schema {@code published}: reads what is new, holds one dataset for all to read, and builds older ones on request. Nothing else here knows SQL. */
package nl.wijkvergelijk.comparison.published;
