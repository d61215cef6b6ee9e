/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.math.BigDecimal;

import com.cliqtel.camel.simulator.text.Segments;

/**
 * What an account has and what a message costs.
 *
 * @param balance the wallet at the start; 0 or more
 * @param pricePerSegment 0 or more
 */
public record Tariff(BigDecimal balance, BigDecimal pricePerSegment) {

    /** The currency of everything: the reference knows no other. */
    public static final String CURRENCY = "EUR";

    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(1_000_000_000);

    /**
     * Refuses amounts that JSON could not carry exactly to a reader that knows only doubles.
     *
     * @throws IllegalArgumentException when an amount is negative, a thousand million or more, or has more than six
     *     decimals
     */
    public Tariff {
        requireAmount("balance", balance);
        requireAmount("pricePerSegment", pricePerSegment);
    }

    Charge charge(String text) {
        int segments = Segments.of(text);
        return new Charge(segments, pricePerSegment.multiply(BigDecimal.valueOf(segments)));
    }

    private static void requireAmount(String name, BigDecimal amount) {
        if (amount.signum() < 0
                || amount.compareTo(TOO_MUCH) >= 0
                || amount.stripTrailingZeros().scale() > 6) {
            throw new IllegalArgumentException(
                    name + " must be 0 or more, below " + TOO_MUCH + ", with at most 6 decimals, not " + amount);
        }
    }
}
