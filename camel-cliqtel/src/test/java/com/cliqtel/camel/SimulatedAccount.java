/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;

/** A test's own account, at which nothing but the test's subject takes time. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@CliqtelSimulator(key = Account.KEY, deliveryTime = "PT0.1S", account = SimulatedAccount.Roomy.class)
@interface SimulatedAccount {

    /** Limits that no test comes near. */
    final class Roomy implements Consumer<SimulatorBuilder> {

        @Override
        public void accept(SimulatorBuilder account) {
            account.requestsPerMinute(100_000).messagesPerSecond(100_000);
        }
    }
}
