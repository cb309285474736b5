/** What a municipality answers: the answer with its statements, read strictly from JSON, kept unchanged, and turned into reported figures. */
package nl.wijkvergelijk.survey.answer;
