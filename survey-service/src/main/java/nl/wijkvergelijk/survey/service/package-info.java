/** This service itself: its limits. */
package nl.wijkvergelijk.survey.service;
