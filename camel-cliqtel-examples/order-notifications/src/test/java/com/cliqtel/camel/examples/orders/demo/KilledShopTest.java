/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Twice in a hundred orders; {@code -Dorders.kills=20 -Dorders.count=1000} as it is promised. */
class KilledShopTest {

    private static final Map<String, Function<Path, Database>> DATABASES =
            Map.of("postgresql", Database::start, "h2", directory -> Database.h2(directory, "H2"));
    private static final String DATABASE = System.getProperty("orders.database", "postgresql");
    private static final int KILLS = Integer.getInteger("orders.kills", 2);
    private static final int ORDERS = Integer.getInteger("orders.count", 100);
    private static final long SEED = Long.getLong("orders.seed", 1);

    @Test
    void sendsOneSmsForEachOrderDespiteKills() throws Exception {
        KillTrial.Result result = new KillTrial(ORDERS, KILLS, SEED).run(Path.of("target"), DATABASES.get(DATABASE));
        System.out.println(result);

        assertThat(result).matches(KillTrial.Result::kept, "each order one SMS, and nothing left");
        // or the kills would have shown nothing
        assertThat(result.unnoted()).isPositive();
        assertThat(result.again()).isPositive();
    }
}
