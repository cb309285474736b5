/** Where mail about a response goes, and what is mailed: that something waits, and a link, never what it says. */
package nl.wijkvergelijk.survey.mail;
