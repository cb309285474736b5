/** What has to be done in the database before the service works: migrations, the check that the tables fit, the definitions in force. */
package nl.wijkvergelijk.survey.start;
