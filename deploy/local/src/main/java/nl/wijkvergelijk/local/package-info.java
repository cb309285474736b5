/**
 * The whole product on one machine without installing anything: an embedded PostgreSQL, both services, and the 2005
 * round as something to look at. Tests use the database of this package too.
 */
package nl.wijkvergelijk.local;
