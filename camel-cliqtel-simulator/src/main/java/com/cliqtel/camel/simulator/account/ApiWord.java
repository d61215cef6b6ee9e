/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant that the API writes as a lower-case word. */
public sealed interface ApiWord permits Direction, Status {

    /**
     * The constant's Java name.
     *
     * @return such as {@code QUEUED}
     */
    String name();

    /**
     * The word as the API writes it.
     *
     * @return such as {@code queued}
     */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant that a word means.
     *
     * @param <W> the kind of constant
     * @param word as the API writes it; any other case is another word
     * @param constants those to choose from
     * @return empty when none is written so
     */
    static <W extends ApiWord> Optional<W> find(String word, W[] constants) {
        return Arrays.stream(constants).filter(c -> c.word().equals(word)).findFirst();
    }
}
