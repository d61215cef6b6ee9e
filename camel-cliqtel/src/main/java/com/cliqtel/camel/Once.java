/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and is the same from then on. Thread-safe. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> making;
    private volatile T made;

    private Once(Supplier<T> making) {
        this.making = making;
    }

    static <T> Once<T> of(Supplier<T> making) {
        return new Once<>(making);
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
