package nl.wijkvergelijk.comparison.dataset;

import java.util.HashMap;
import java.util.Map;

/** Holds equal texts and traits once, within one load. */
final class Interning {

    private final Map<Object, Object> held = new HashMap<>();

    @SuppressWarnings("unchecked") // what is put under a key equals the key and is of its class
    <T> T of(T value) {
        T before = (T) held.putIfAbsent(value, value);
        return before == null ? value : before;
    }
}
