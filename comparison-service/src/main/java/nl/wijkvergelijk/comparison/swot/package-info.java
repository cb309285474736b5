/** Strengths, weaknesses, opportunities and threats across municipalities, as they were answered. */
package nl.wijkvergelijk.comparison.swot;
