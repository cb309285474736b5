/** The packaged product, started as anybody would start it, held to what it promises. */
package nl.wijkvergelijk.acceptance;
