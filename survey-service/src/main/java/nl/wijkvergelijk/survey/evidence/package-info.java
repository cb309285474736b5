/** Evidence of a response: documents and interviews on file, which its answers cite, and the deviations from the procedure. */
package nl.wijkvergelijk.survey.evidence;
