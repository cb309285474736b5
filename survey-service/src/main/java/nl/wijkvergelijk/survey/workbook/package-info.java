/** The questionnaire as a spreadsheet: pre-filled with the answers as they are, and read back as changes to them, each error with its sheet and cell. */
package nl.wijkvergelijk.survey.workbook;
