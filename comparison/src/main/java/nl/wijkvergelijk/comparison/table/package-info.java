/** Every comparison as a table of columns, rows and cells; each format elsewhere is only a rendering of it. */
package nl.wijkvergelijk.comparison.table;
