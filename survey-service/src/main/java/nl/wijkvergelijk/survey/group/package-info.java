/** Groups: municipalities of a round that belong together for a reason that somebody gives, so that comparisons can be made among them; drafts until they are published. */
package nl.wijkvergelijk.survey.group;
