/** Takes somebody's name and address out of all that was kept, and forgets in time what is kept for a while only. */
package nl.wijkvergelijk.survey.erasure;
