/** Who may do what: one table, enforced before anything else, and the demo accounts of the local profile. */
package nl.wijkvergelijk.survey.access;
