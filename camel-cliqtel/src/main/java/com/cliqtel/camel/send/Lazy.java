/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and is the same from then on. Thread-safe. */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> making;
    private volatile T made;

    private Lazy(Supplier<T> making) {
        this.making = making;
    }

    public static <T> Lazy<T> of(Supplier<T> making) {
        return new Lazy<>(making);
    }

    @Override
    public T get() {
        T known = made;
        return known != null ? known : make();
    }

    private synchronized T make() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
