package nl.wijkvergelijk.survey.municipality;

import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of municipalities. */
record MunicipalityList(List<MunicipalityView> municipalities, long total, Page page) implements Paged {}
