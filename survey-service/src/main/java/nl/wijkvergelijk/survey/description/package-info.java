/** The description of a municipality that the researchers write, and the comment round: what the municipality said about it, what became of that, and whether it agrees. */
package nl.wijkvergelijk.survey.description;
