package nl.wijkvergelijk.survey.rating;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** Reads the ratings on a ballot and collects everything that is wrong with them. Municipalities may be left out; what is there must be possible in the session. */
final class BallotReader {

    /** Zeroes behind the point are kept as sent, but not without end. */
    private static final int MOST_DIGITS = 20;

    private final RatingSessionWrite session;
    private final List<InputError> errors;

    BallotReader(RatingSessionWrite session, List<InputError> errors) {
        this.session = session;
        this.errors = errors;
    }

    /** Scale to municipality to rating, in the session's order; incomplete when errors were added. */
    Map<String, Map<String, BigDecimal>> read(JsonNode scales) {
        Map<String, Map<String, BigDecimal>> read = new LinkedHashMap<>();
        if (scales == null || scales.isNull()) {
            error("/scales", "required", "Dit is verplicht.", "This is required.");
        } else if (isObject("/scales", scales)) {
            List<String> known = session.scales().stream().map(Scale::id).toList();
            scales.fieldNames().forEachRemaining(id -> {
                if (!known.contains(id)) {
                    error(
                            "/scales/" + InputError.segment(id),
                            "unknown-scale",
                            "De sessie kent deze schaal niet.",
                            "The session has no such scale.");
                }
            });
            for (String id : known) {
                if (scales.has(id) && isObject("/scales/" + id, scales.get(id))) {
                    read.put(id, scale("/scales/" + id + "/", scales.get(id)));
                }
            }
        }
        return read;
    }

    private Map<String, BigDecimal> scale(String at, JsonNode given) {
        given.fieldNames().forEachRemaining(code -> {
            if (!session.items().contains(code)) {
                error(
                        at + InputError.segment(code),
                        "unknown-municipality",
                        "Deze gemeente wordt niet beoordeeld.",
                        "This municipality is not rated.");
            }
        });
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (String item : session.items()) {
            if (given.has(item)) {
                rating(at + item, given.get(item)).ifPresent(rating -> ratings.put(item, rating));
            }
        }
        if (session.kind() == RatingKind.RANKING) {
            refuseTies(at, ratings);
        }
        return ratings;
    }

    private Optional<BigDecimal> rating(String at, JsonNode given) {
        if (!given.isNumber()) {
            error(
                    at,
                    "wrong-type",
                    "Hier hoort een getal zonder aanhalingstekens. Laat de gemeente weg als u er niets over zegt.",
                    "This must be a number, without quotes. Leave the municipality out if you say nothing about it.");
            return Optional.empty();
        }
        BigDecimal rating = given.decimalValue();
        if (rating.compareTo(session.pointsMin()) < 0 || rating.compareTo(session.pointsMax()) > 0) {
            String range = session.pointsMin().toPlainString() + "–"
                    + session.pointsMax().toPlainString();
            error(at, "out-of-range", "Kies uit " + range + ".", "Choose from " + range + ".");
            return Optional.empty();
        }
        if (rating.signum() != 0 && rating.stripTrailingZeros().scale() > session.decimals()
                || rating.scale() > MOST_DIGITS) {
            error(
                    at,
                    "too-many-digits",
                    "Hoogstens %d cijfers achter de komma.".formatted(session.decimals()),
                    "At most %d digits after the decimal point.".formatted(session.decimals()));
            return Optional.empty();
        }
        return Optional.of(rating);
    }

    private void refuseTies(String at, Map<String, BigDecimal> ratings) {
        Map<BigDecimal, String> first = new TreeMap<>();
        ratings.forEach((item, rank) -> {
            String before = first.putIfAbsent(rank, item);
            if (before != null) {
                error(
                        at + item,
                        "duplicate-rank",
                        "Plaats %s is al gegeven aan %s.".formatted(rank.toPlainString(), before),
                        "Place %s was given to %s already.".formatted(rank.toPlainString(), before));
            }
        });
    }

    private boolean isObject(String at, JsonNode node) {
        if (!node.isObject()) {
            error(at, "wrong-type", "Hier hoort een object.", "This must be an object.");
        }
        return node.isObject();
    }

    private void error(String pointer, String code, String nl, String en) {
        errors.add(InputError.body(pointer, code, new Text(nl, en)));
    }
}
