/** What has been published, held immutable and in columns, as reported: nothing here is converted, derived or compared. */
package nl.wijkvergelijk.comparison.dataset;
