/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How long sent messages take, and which ones fail.
 *
 * @param deliveryTime the time from {@code queued} to the final status; the message is {@code sent} after half of it; zero or more
 * @param fails recipients for whom a message ends as {@code failed} instead of {@code delivered}; tested when the message ends
 * @param carrierRejects recipients for whom a send is refused with {@code send_failed}
 */
public record DeliverySettings(Duration deliveryTime, Predicate<String> fails, Predicate<String> carrierRejects) {

    /**
     * Refuses a negative time.
     *
     * @throws IllegalArgumentException when the delivery time is negative
     */
    public DeliverySettings {
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
