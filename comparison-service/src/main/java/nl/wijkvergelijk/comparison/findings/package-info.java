/** Findings: what researchers observed, asked and learned when they compared, with the indicators and municipalities it is about. */
package nl.wijkvergelijk.comparison.findings;
