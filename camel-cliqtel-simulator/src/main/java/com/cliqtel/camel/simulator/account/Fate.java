/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What becomes of the messages an account sends.
 *
 * @param deliveryTime from queued to the end; sent after half of it; zero or more
 * @param fails recipients whose messages end failed rather than delivered; asked at their end
 * @param carrierRejects recipients whose messages the carrier does not even take
 */
public record Fate(Duration deliveryTime, Predicate<String> fails, Predicate<String> carrierRejects) {

    /**
     * Refuses a negative time.
     *
     * @throws IllegalArgumentException when the delivery time is negative
     */
    public Fate {
        Objects.requireNonNull(fails, "fails");
        Objects.requireNonNull(carrierRejects, "carrierRejects");
        if (deliveryTime.isNegative()) {
            throw new IllegalArgumentException("deliveryTime must be zero or more, not " + deliveryTime);
        }
    }

    Status end(String to) {
        return fails.test(to) ? Status.FAILED : Status.DELIVERED;
    }
}
