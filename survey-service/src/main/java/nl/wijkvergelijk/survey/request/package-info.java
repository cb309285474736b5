/** What every write of this service shares: a body that is read after the preconditions, its limits, and the key that makes a retry harmless. */
package nl.wijkvergelijk.survey.request;
