/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.LedgerKey;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;

/**
 * Decides which events go to the route: each once, over the nodes that share the ledger, and the events of one message one
 * after the other. The ledger has one entry for each message: its hold is the turn, its record the reports that were processed.
 *
 * <p>Calls wait for the ledger. Thread-safe.
 */
public final class Deliveries {

    /**
     * The time for which the entry of a dead node blocks the events of its message: two minutes. A route may run longer, since
     * {@link #renew()} is called.
     */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** How often to call {@link #renew()}: each half minute. */
    public static final Duration RENEWAL = LEASE.dividedBy(4);

    private final Ledger ledger;
    private final String reader;
    private final MessageTurns turns;
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    /**
     * Creates the deliveries to one reader.
     *
     * @param ledger keeps the events
     * @param reader the reader's name, the same on all its nodes; not a secret, since it is stored
     * @param failures receives failures of the ledger
     */
    public Deliveries(Ledger ledger, String reader, Consumer<LedgerException> failures) {
        this.ledger = new CheckedLedger(ledger);
        this.reader = reader;
        this.turns = new MessageTurns(this.ledger, LEASE, failures);
    }

    /** Begins the delivery of an event; empty if this node is delivering the same event now. */
    public Optional<Delivery> begin(WebhookContent content) {
        Delivery delivery = new Delivery(content);
        return inProgress.add(delivery.event) ? Optional.of(delivery) : Optional.empty();
    }

    /** Extends the leases of all turns, and notes what the ledger failed to note; to be called every {@link #RENEWAL}. */
    public void renew() {
        turns.renew();
    }

    /** The delivery of an event. Its methods are called one after the other; {@link #done} or {@link #release} is the last. */
    public final class Delivery {

        private final Optional<StatusUpdate> report;
        private final String event;
        private final Hold hold;
        // the entry as it was when the turn was taken; null before
        private final AtomicReference<Claim> taken = new AtomicReference<>();

        private Delivery(WebhookContent content) {
            // a report without the id of its message has no order
            this.report = content instanceof StatusUpdate update && update.id() != null
                    ? Optional.of(update)
                    : Optional.empty();
            String message = report.map(EventIdentity::ofMessage).orElse("");
            this.event = EventIdentity.of(content, message);
            this.hold = turns.hold(LedgerKey.hashed("webhook", reader, report.isPresent() ? message : event));
        }

        /**
         * Takes the event's turn among the events of its message, if no other one has it.
         *
         * @throws LedgerException when it cannot be known
         */
        public Turn turn() {
            Claim claim = turns.take(hold);
            taken.set(claim);
            if (!claim.isTaken()) {
                return claim.state() == Claim.State.CLOSED ? duplicate() : Turn.LATER;
            }
            if (!isRepeated()) {
                return Turn.NOW;
            }
            release();
            return Turn.DUPLICATE;
        }

        private MessageProgress progress() {
            return MessageProgress.parse(taken.get().record());
        }

        private boolean isRepeated() {
            try {
                return progress().includes(event) || isNotedByItself();
            } catch (LedgerException unknown) {
                release();
                throw unknown;
            }
        }

        private Turn duplicate() {
            inProgress.remove(event);
            return Turn.DUPLICATE;
        }

        /** Returns whether the event is older than one that was processed for the same message. Asked when it is its turn. */
        public boolean isStale() {
            return report.filter(progress()::makesStale).isPresent();
        }

        /** Ends the delivery: the route has processed the event, or needn't. */
        public void done() {
            end(() -> {
                noteByItself();
                if (report.isEmpty()) {
                    ledger.close(hold, "", null);
                } else if (!ledger.keep(
                        hold, progress().and(report.get(), event).toString())) {
                    noteLate(report.get());
                }
            });
        }

        // another node got the turn while this one was paused or the ledger failed
        private void noteLate(StatusUpdate update) {
            Hold again = Hold.of(hold.key());
            Claim found = ledger.take(again, LEASE);
            if (!found.isTaken()
                    || !ledger.keep(
                            again,
                            MessageProgress.parse(found.record())
                                    .and(update, event)
                                    .toString())) {
                throw new LedgerException("another node has the turn of " + hold.key(), null);
            }
        }

        /** Ends the delivery: the route has not processed the event, and a repeat runs it again. */
        public void release() {
            end(() -> {
                if (taken.get().state() == Claim.State.NEW) {
                    ledger.free(hold);
                } else {
                    ledger.keep(hold, taken.get().record());
                }
            });
        }

        /** Ends the delivery before its turn. */
        public void giveUp() {
            inProgress.remove(event);
        }

        private void end(Runnable note) {
            turns.end(hold, note);
            inProgress.remove(event);
        }

        // without records, the event needs an entry of its own
        private boolean isNotedByItself() {
            return isWithoutRecord()
                    && taken.get().state() == Claim.State.RESUMED
                    && ledger.find(List.of(eventName()), null).byMessage().containsKey(eventName());
        }

        private void noteByItself() {
            if (isWithoutRecord()) {
                ledger.own(eventName(), eventName());
            }
        }

        private boolean isWithoutRecord() {
            return !ledger.keepsRecords() && report.isPresent();
        }

        private String eventName() {
            return LedgerKey.hashed("event", reader, event);
        }
    }

    /** Returns the number of turns that this node has. */
    @Override
    public String toString() {
        return "Deliveries[" + turns.size() + " turns]";
    }
}
