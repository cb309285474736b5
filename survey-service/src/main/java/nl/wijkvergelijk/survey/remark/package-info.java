/** Remarks: threads on an answer or on a whole response, the gates they are, and the clarifications that come out of them. */
package nl.wijkvergelijk.survey.remark;
