package nl.wijkvergelijk.comparison.table;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list whose items are made when they are asked for, anew each time. Who writes a large table needs its rows one by one, and all of them together take much memory. */
public final class Lazily {

    private Lazily() {}

    /** Each of these, made into something else. */
    public static <S, T> List<T> each(List<S> all, Function<? super S, ? extends T> make) {
        return new Made<>(all, make);
    }

    private static final class Made<S, T> extends AbstractList<T> implements RandomAccess {

        private final List<S> all;
        private final Function<? super S, ? extends T> make;

        Made(List<S> all, Function<? super S, ? extends T> make) {
            this.all = all;
            this.make = make;
        }

        @Override
        public T get(int index) {
            return make.apply(all.get(index));
        }

        @Override
        public int size() {
            return all.size();
        }
    }
}
