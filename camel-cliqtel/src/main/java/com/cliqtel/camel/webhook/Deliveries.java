/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
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
     * How long a node that died keeps others from an event it had taken: two minutes. On the node that has it a route may take
     * longer; on another one, a repeat that arrives later than that finds the event free.
     */
    public static final Duration LEASE = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final String name;
    private final Consumer<LedgerException> notNoted;
    // what this node has, however long it takes
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    /**
     * The deliveries to one reader.
     *
     * @param ledger keeps them
     * @param reader what tells its account and path from others, the same on all its nodes; no secret, since it is stored
     * @param notNoted hears of what has happened and could not be noted
     */
    public Deliveries(Ledger ledger, String reader, Consumer<LedgerException> notNoted) {
        this.ledger = new CheckedLedger(ledger);
        this.name = "webhook:" + reader + ":";
        this.notNoted = notNoted;
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
        String key = name + Identity.of(content);
        if (!here.add(key)) {
            return new Taking.Refused(HttpAnswer.IN_WORK);
        }
        HttpAnswer no = refusal(key);
        if (no == null) {
            return new Taking.Taken(new Delivery(key, content));
        }
        here.remove(key);
        return new Taking.Refused(no);
    }

    private HttpAnswer refusal(String key) {
        try {
            Claim.State state = ledger.claim(key, LEASE).state();
            return state == Claim.State.DONE
                    ? HttpAnswer.DUPLICATE
                    : state == Claim.State.IN_PROGRESS ? HttpAnswer.IN_WORK : null;
        } catch (LedgerException unknown) {
            notNoted.accept(unknown);
            return HttpAnswer.LEDGER_DOWN;
        }
    }

    /** An event that has been taken. Its methods are called one after the other. */
    public final class Delivery {

        private final String key;
        private final Optional<StatusUpdate> report;
        private final String turn;
        private final String seen;

        private Delivery(String key, WebhookContent content) {
            this.key = key;
            this.report = content instanceof StatusUpdate update ? Optional.of(update) : Optional.empty();
            this.turn = name + "turn:" + report.map(StatusUpdate::id).orElse(0L);
            this.seen = name + "seen:" + report.map(StatusUpdate::id).orElse(0L);
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
            if (!here.add(turn)) {
                return false;
            }
            boolean mine = false;
            try {
                Claim.State state = ledger.claim(turn, LEASE).state();
                mine = state == Claim.State.NEW || state == Claim.State.EXPIRED;
                return mine;
            } finally {
                if (!mine) {
                    here.remove(turn);
                }
            }
        }

        /**
         * Whether the message has left this state behind, by the reports that the route has had.
         *
         * @throws LedgerException when it cannot be known
         */
        public boolean isStale() {
            return report.isPresent() && seen().makesStale(report.get());
        }

        /** The route has had it, or it need not. */
        public void done() {
            report.ifPresent(
                    update -> noting(() -> ledger.done(seen, seen().and(update).toString())));
            noting(() -> ledger.done(key, ""));
            letOthers();
        }

        /** The route has not had it: a repeat is to run it. */
        public void release() {
            noting(() -> ledger.release(key));
            letOthers();
        }

        /** Gives up before its turn has come. */
        public void giveUp() {
            noting(() -> ledger.release(key));
            here.remove(key);
        }

        private void letOthers() {
            report.ifPresent(update -> {
                noting(() -> ledger.release(turn));
                here.remove(turn);
            });
            here.remove(key);
        }

        // a claim that ends at once: what is asked for is its record
        private Seen seen() {
            return Seen.parse(ledger.claim(seen, Duration.ZERO).record());
        }

        // what has happened has happened: that it could not be noted changes no answer
        private void noting(Runnable note) {
            try {
                note.run();
            } catch (LedgerException failure) {
                notNoted.accept(failure);
            }
        }
    }

    /** How many this node has now. */
    @Override
    public String toString() {
        return "Deliveries[" + here.size() + " keys held]";
    }
}
