/** Rating sessions: how municipalities rate each other on scales, kept as totals with every reading that the sources allow. */
package nl.wijkvergelijk.survey.rating;
