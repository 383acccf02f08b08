package fr.opalconnect.payment;

import org.springframework.beans.factory.ObjectProvider;

/// Provides this one.
final class Only {
    private Only() {}

    static <T> ObjectProvider<T> of(T one) {
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return one;
            }

            @Override
            public java.util.stream.Stream<T> stream() {
                return java.util.stream.Stream.of(one);
            }
        };
    }
}
