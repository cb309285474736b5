/** SQL on the connection of the current transaction: for reading into records, and for the tables that only grow. */
package nl.wijkvergelijk.survey.sql;
