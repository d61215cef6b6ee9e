/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.util.Properties;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.main.Main;

/** One of the processes that share the work: Camel Main with the routes. */
final class BridgeNode implements AutoCloseable {

    private final Main camel = new Main();

    /**
     * Starts it.
     *
     * @param configuration the account, its share of it, the broker, and where its reports arrive
     * @param ledger the one that all nodes share
     */
    BridgeNode(Properties configuration, Ledger ledger) {
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getLedger().setLedger(ledger);
        camel.bind("cliqtel", cliqtel);
        camel.setOverrideProperties(configuration);
        camel.configure().addRoutesBuilder(new BridgeRoutes());
        camel.start();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
