/** This service itself: its limits, and its health where there is no management port. */
package nl.wijkvergelijk.survey.service;
