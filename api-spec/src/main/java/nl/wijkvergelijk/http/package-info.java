/**
 * What both services must do alike at the HTTP edge: problems (RFC 9457), strict JSON, entity tags, the language of an answer, the contract served
 * as it is written, and the refusal of query parameters it does not declare. Nothing else is shared between the services.
 */
package nl.wijkvergelijk.http;
