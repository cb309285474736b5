/** Findings: what researchers observe, ask and learn when they compare; drafts until they are published together with, or beside, the responses. */
package nl.wijkvergelijk.survey.finding;
