/** What a save would change for the readers of the published comparison. Computed in memory and thrown away: nothing is compared or converted on its way out. */
package nl.wijkvergelijk.survey.preview;
