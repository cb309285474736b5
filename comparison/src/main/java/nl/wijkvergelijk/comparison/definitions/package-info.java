/** The numbered definitions: measures, indicators, formulas, interval widths, factors, assumptions and topics, read from frozen YAML. */
package nl.wijkvergelijk.comparison.definitions;
