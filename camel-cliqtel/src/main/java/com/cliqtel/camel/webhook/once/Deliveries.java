/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.verify.HttpAnswer;

/**
 * Decides which events go to the route: each once, over the nodes that share the ledger, and the events of one message one
 * after the other.
 *
 * <p>Calls wait for the ledger. Thread-safe.
 */
public final class Deliveries {

    /**
     * The time for which the claim of a dead node blocks an event and later events of its message: two minutes. A route may
     * run longer, since {@link #renew()} is called.
     */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** How often to call {@link #renew()}: each half minute. */
    public static final Duration RENEWAL = LEASE.dividedBy(4);

    private final DeliveryHolds holds;
    private final String name;
    private final Consumer<LedgerException> failures;

    /**
     * Creates the deliveries to one reader.
     *
     * @param ledger keeps the events
     * @param reader the reader's name, the same on all its nodes; not a secret, since it is stored
     * @param failures receives failures of the ledger
     */
    public Deliveries(Ledger ledger, String reader, Consumer<LedgerException> failures) {
        this(ledger, reader, failures, LeaseClock.SYSTEM);
    }

    Deliveries(Ledger ledger, String reader, Consumer<LedgerException> failures, LongSupplier nanos) {
        this.holds = new DeliveryHolds(ledger, LEASE, failures, nanos);
        this.name = "webhook:" + reader + ":";
        this.failures = failures;
    }

    /** The result of taking an event. */
    public sealed interface Taking {

        /** The caller has the event and must end its delivery. */
        record Taken(Delivery delivery) implements Taking {}

        /** The event isn't delivered; its request gets this answer. */
        record Refused(HttpAnswer answer) implements Taking {}
    }

    /** Takes an event, so that no other node runs the route for it. */
    public Taking take(WebhookContent content) {
        String message = content instanceof StatusUpdate report ? EventIdentity.ofMessage(report) : "";
        String key = name + EventIdentity.of(content, message);
        try {
            return switch (holds.take(key)) {
                case NEW, EXPIRED -> new Taking.Taken(new Delivery(key, content, message));
                case IN_PROGRESS -> new Taking.Refused(HttpAnswer.IN_WORK);
                case DONE -> new Taking.Refused(HttpAnswer.DUPLICATE);
            };
        } catch (LedgerException unknown) {
            failures.accept(unknown);
            return new Taking.Refused(HttpAnswer.LEDGER_DOWN);
        }
    }

    /** Keeps what has been taken from running out; to be called every {@link #RENEWAL}. */
    public void renew() {
        holds.renew();
    }

    /** An event that has been taken. Its methods are called one after the other. */
    public final class Delivery {

        private final String key;
        private final Optional<StatusUpdate> report;
        private final String turn;
        private final String seen;

        // what was seen when it was asked whether it is stale; null before
        private final AtomicReference<MessageProgress> before = new AtomicReference<>();

        private Delivery(String key, WebhookContent content, String message) {
            this.key = key;
            this.report = content instanceof StatusUpdate update ? Optional.of(update) : Optional.empty();
            this.turn = name + "turn:" + message;
            this.seen = name + "seen:" + message;
        }

        /**
         * Returns whether this event is the next one of its message. False while the route of another one still runs; call
         * again later.
         *
         * @throws LedgerException when it cannot be known
         */
        public boolean isItsTurn() {
            if (report.isEmpty()) {
                return true;
            }
            Claim.State found = holds.take(turn);
            return found == Claim.State.NEW || found == Claim.State.EXPIRED;
        }

        /**
         * Returns whether the event is older than one already processed for the same message.
         *
         * @throws LedgerException when it cannot be known
         */
        public boolean isStale() {
            if (report.isEmpty()) {
                return false;
            }
            before.set(MessageProgress.parse(holds.read(seen)));
            return before.get().makesStale(report.get());
        }

        /** The route has had it, or it need not. */
        public void done() {
            report.ifPresent(this::see);
            holds.done(key);
            letOthers();
        }

        /** The route has not had it: a repeat is to run it. */
        public void release() {
            holds.release(key);
            letOthers();
        }

        /** Gives up before its turn has come. */
        public void giveUp() {
            holds.release(key);
        }

        private void letOthers() {
            if (report.isPresent()) {
                holds.release(turn);
            }
        }

        // while it is this event's turn, no other event of the message is noted
        private MessageProgress lastSeen() {
            MessageProgress read = before.get();
            return read != null && holds.hasHadAllTheTime(turn) ? read : MessageProgress.parse(holds.read(seen));
        }

        private void see(StatusUpdate update) {
            try {
                holds.write(seen, lastSeen().and(update).toString());
            } catch (LedgerException unknown) {
                failures.accept(unknown);
            }
        }
    }

    /** How many this node has now. */
    @Override
    public String toString() {
        return "Deliveries[" + holds.size() + " keys held]";
    }
}
