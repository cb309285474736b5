/** A round that begins with the answers of an earlier one: each is proposed to its municipality, and counts for nothing until it is confirmed. */
package nl.wijkvergelijk.survey.proposal;
