/** What the product is measured by: an answer that costs nothing but being sent. */
package nl.wijkvergelijk.yardstick;
