/** The packaged survey-service with accounts of a real Keycloak. */
package nl.wijkvergelijk.keycloak;
