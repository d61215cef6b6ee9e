/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Twice in a hundred orders; {@code -Dorders.kills=20 -Dorders.count=1000} as it is promised. */
class KilledTest {

    private static final int KILLS = Integer.getInteger("orders.kills", 2);
    private static final int ORDERS = Integer.getInteger("orders.count", 100);
    private static final long SEED = Long.getLong("orders.seed", 1);

    @Test
    void noCustomerHearsTwiceHoweverOftenTheShopIsKilled() throws Exception {
        Trial.Result result = new Trial(ORDERS, KILLS, SEED).run(Path.of("target"));
        System.out.println(result);

        assertThat(result).matches(Trial.Result::kept, "each order one SMS, and nothing left");
        // or the kills would have shown nothing
        assertThat(result.unnoted()).isPositive();
        assertThat(result.again()).isPositive();
    }
}
