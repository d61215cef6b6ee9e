/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.util.concurrent.atomic.LongAdder;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.StatusUpdate;
import org.apache.camel.builder.RouteBuilder;

/** The component as its user has it. */
final class ComponentReceiver implements Receiver {

    private final LongAdder sum = new LongAdder();
    private final ListeningContext listening = new ListeningContext();

    ComponentReceiver() {
        this(new MemoryLedger());
    }

    ComponentReceiver(Ledger ledger) {
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getLedger().setLedger(ledger);
        cliqtel.getWebhook().setWebhookVerifyToken(SECRET);
        listening.context().addComponent("cliqtel", cliqtel);
        listening.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook")
                        .process(exchange -> sum.add(exchange.getMessage()
                                .getBody(StatusUpdate.class)
                                .id()));
            }
        });
    }

    @Override
    public int port() {
        return listening.port();
    }

    @Override
    public void close() {
        listening.close();
    }
}
