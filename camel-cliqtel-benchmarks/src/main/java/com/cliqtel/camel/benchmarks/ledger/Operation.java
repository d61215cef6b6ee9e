/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.ledger;

import com.cliqtel.camel.benchmarks.send.SendTraffic;
import com.cliqtel.camel.benchmarks.webhook.ReportTraffic;
import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.spi.IdempotentRepository;

/** The measured operations. */
enum Operation {
    /** A delivery report, from the POST to its answer. */
    REPORT("report") {
        @Override
        Traffic component(Ledger ledger) {
            ReportTraffic reports = ReportTraffic.component(ledger, REPORTS);
            return new Traffic(reports::caller, reports::close);
        }

        @Override
        Traffic byHand(IdempotentRepository repository) {
            ReportTraffic reports = ReportTraffic.byHand(repository, REPORTS);
            return new Traffic(reports::caller, reports::close);
        }
    },
    /** An SMS with an idempotency key. */
    SEND_WITH_KEY("send with key") {
        @Override
        Traffic component(Ledger ledger) {
            return of(SendTraffic.component(ledger, true));
        }

        @Override
        Traffic byHand(IdempotentRepository repository) {
            return of(SendTraffic.byHand(repository, true));
        }
    },
    /** An SMS without an idempotency key; by hand, nothing is noted. */
    SEND_WITHOUT_KEY("send without key") {
        @Override
        Traffic component(Ledger ledger) {
            return of(SendTraffic.component(ledger, false));
        }

        @Override
        Traffic byHand(IdempotentRepository repository) {
            return of(SendTraffic.byHand(repository, false));
        }
    },
    /** An inbound message, one of a page of a hundred. */
    INBOUND("inbound message") {
        @Override
        Traffic component(Ledger ledger) {
            InboundTraffic messages = InboundTraffic.component(ledger);
            return new Traffic(messages::caller, messages::close);
        }

        @Override
        Traffic byHand(IdempotentRepository repository) {
            InboundTraffic messages = InboundTraffic.byHand(repository);
            return new Traffic(messages::caller, messages::close);
        }

        @Override
        int perRun() {
            return InboundTraffic.PER_PAGE;
        }
    };

    private static final int REPORTS = 400_000;

    private final String words;

    Operation(String words) {
        this.words = words;
    }

    private static Traffic of(SendTraffic sends) {
        return new Traffic(sends::caller, sends::close);
    }

    /** Opens the component's route. */
    abstract Traffic component(Ledger ledger);

    /** Opens the route that is written by hand. */
    abstract Traffic byHand(IdempotentRepository repository);

    /** The number of operations in a run of a caller. */
    int perRun() {
        return 1;
    }

    @Override
    public String toString() {
        return words;
    }
}
