/** Who may do what: one table, enforced before anything else, the tokens of the identity provider, and the demo accounts of the local profile. */
package nl.wijkvergelijk.survey.access;
