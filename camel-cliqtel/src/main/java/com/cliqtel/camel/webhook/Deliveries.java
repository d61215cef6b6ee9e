/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

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

/**
 * Which events the route has had, has now, or is to have: each once, over the nodes that share the ledger, and those of one
 * message one after the other.
 *
 * <p>Calls wait for the ledger. Thread-safe.
 */
public final class Deliveries {

    /**
     * How long a node that died keeps others from an event it had taken, and from later ones of its message: two minutes. A
     * route may take as long as it likes, where {@link #renew()} is called.
     */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** How often to call {@link #renew()}: each half minute. */
    public static final Duration RENEWAL = LEASE.dividedBy(4);

    private final Holds holds;
    private final String name;
    private final Consumer<LedgerException> troubles;

    /**
     * The deliveries to one reader.
     *
     * @param ledger keeps them
     * @param reader what tells it from other readers, the same on all its nodes; no secret, since it is stored
     * @param troubles hears of what could not be known or noted
     */
    public Deliveries(Ledger ledger, String reader, Consumer<LedgerException> troubles) {
        this(ledger, reader, troubles, LeaseClock.SYSTEM);
    }

    Deliveries(Ledger ledger, String reader, Consumer<LedgerException> troubles, LongSupplier nanos) {
        this.holds = new Holds(ledger, LEASE, troubles, nanos);
        this.name = "webhook:" + reader + ":";
        this.troubles = troubles;
    }

    /** What came of trying to take an event. */
    public sealed interface Taking {

        /** It is the caller's now, who has to say how that ended. */
        record Taken(Delivery delivery) implements Taking {}

        /** It is not. */
        record Refused(HttpAnswer answer) implements Taking {}
    }

    /** Tries to take an event, so that nobody else runs the route for it. */
    public Taking take(WebhookContent content) {
        String message = content instanceof StatusUpdate report ? Identity.ofMessage(report) : "";
        String key = name + Identity.of(content, message);
        try {
            return switch (holds.take(key)) {
                case NEW, EXPIRED -> new Taking.Taken(new Delivery(key, content, message));
                case IN_PROGRESS -> new Taking.Refused(HttpAnswer.IN_WORK);
                case DONE -> new Taking.Refused(HttpAnswer.DUPLICATE);
            };
        } catch (LedgerException unknown) {
            troubles.accept(unknown);
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
        private final AtomicReference<Seen> before = new AtomicReference<>();

        private Delivery(String key, WebhookContent content, String message) {
            this.key = key;
            this.report = content instanceof StatusUpdate update ? Optional.of(update) : Optional.empty();
            this.turn = name + "turn:" + message;
            this.seen = name + "seen:" + message;
        }

        /**
         * Whether it is this event's turn among those of its message; another one's route may still run, and then it is to be
         * asked again.
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
         * Whether the message has left this state behind, by the reports that the route has had.
         *
         * @throws LedgerException when it cannot be known
         */
        public boolean isStale() {
            if (report.isEmpty()) {
                return false;
            }
            before.set(Seen.parse(holds.read(seen)));
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

        // as long as it is our turn, nobody else notes what he saw
        private Seen lastSeen() {
            Seen read = before.get();
            return read != null && holds.hasHadAllTheTime(turn) ? read : Seen.parse(holds.read(seen));
        }

        private void see(StatusUpdate update) {
            try {
                holds.write(seen, lastSeen().and(update).toString());
            } catch (LedgerException unknown) {
                troubles.accept(unknown);
            }
        }
    }

    /** How many this node has now. */
    @Override
    public String toString() {
        return "Deliveries[" + holds.size() + " keys held]";
    }
}
