/** What a contact person sees in a browser: where the response stands, what is asked now, and a form for each step; the rules are those of the API. */
package nl.wijkvergelijk.survey.page;
