/** What happened, who did it and why. The tables only grow: PostgreSQL refuses this service anything but reading and adding. */
package nl.wijkvergelijk.survey.history;
