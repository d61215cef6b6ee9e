/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LedgerException;

/**
 * The new messages of one reader, oldest first. Lists the messages of the API and returns those that were not delivered, each
 * once; also over restarts if the ledger is durable.
 *
 * <p>One thread at a time reads ({@link #refill}, {@link #next}, {@link #save}). Deliveries may end ({@link #done},
 * {@link #failed}) on any thread.
 */
public final class Inbox {

    /** How often to call {@link #renew()}. */
    public static final Duration RENEWAL = InboxClaims.RENEWAL;

    private static final long BETWEEN_SAVES = Duration.ofSeconds(1).toNanos();

    private final MessageSource source;
    private final InboxTopic topic;
    private final InboxSettings settings;
    private final InboxClaims claims;
    private final InboxIncidents incidents;
    private final InboxReader reader;
    private final DeliveryFailures failures;
    private final Instant made;
    private final Deque<NewMessage> atHand = new ArrayDeque<>();
    private final AtomicReference<DeliveryProgress> progress = new AtomicReference<>();
    private final AtomicLong saved = new AtomicLong(System.nanoTime());

    /** Creates an inbox. Its position is read or chosen at the first refill. */
    public Inbox(
            MessageSource source,
            InboxTopic topic,
            InboxSettings settings,
            InboxLedger ledger,
            InboxIncidents incidents) {
        this.source = source;
        this.made = source.clock().now();
        this.topic = topic;
        this.settings = settings;
        this.claims = new InboxClaims(ledger.ledger(), ledger.name(topic));
        this.incidents = incidents;
        this.reader = new InboxReader(source, topic, incidents);
        this.failures = new DeliveryFailures(settings.pause(), System::nanoTime);
    }

    /**
     * Calls the API, unless messages are left from the last call. A failed message is left out until its pause is over, and
     * the position doesn't move past it.
     *
     * @return the number of messages that can be delivered now
     * @throws CliqtelException when the API doesn't answer, or refuses; nothing is missed by that
     * @throws LedgerException when the ledger doesn't work; nothing is missed by that
     */
    public int refill() {
        if (atHand.isEmpty()) {
            DeliveryProgress known = opened();
            long before = known.leftOut();
            reader.read(known).stream().filter(failures::allow).forEach(atHand::add);
            if (known.leftOut() > before) {
                incidents.leftOut(known.leftOut() - before, known.leftOut());
            }
        }
        return atHand.size();
    }

    /** Returns the number of status changes since the start that the topic leaves out. */
    public long leftOut() {
        DeliveryProgress known = progress.get();
        return known == null ? 0 : known.leftOut();
    }

    /**
     * Returns the next message and takes it until its delivery ends; empty when there is none, or when other nodes have the
     * rest.
     *
     * @throws LedgerException when the ledger doesn't work; nothing is missed by that
     */
    public Optional<NewMessage> next() {
        while (!atHand.isEmpty()) {
            Claim.State state = claims.take(atHand.peek());
            NewMessage message = atHand.remove();
            if (state == Claim.State.NEW || state == Claim.State.RESUMED) {
                opened().delivering(message);
                return Optional.of(message);
            }
            if (state == Claim.State.CLOSED) {
                opened().delivered(message);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns one message, and calls the API if none is left. Any number of threads may call this, if none uses the other
     * reading methods.
     *
     * @return empty when there is none, or it is another node's
     * @throws CliqtelException when the API doesn't answer, or refuses; nothing is missed by that
     * @throws LedgerException when the ledger doesn't work; nothing is missed by that
     */
    public synchronized Optional<NewMessage> one() {
        refill();
        Optional<NewMessage> message = next();
        noting(this::save);
        return message;
    }

    /** Extends the leases of the messages in delivery; to be called every {@link #RENEWAL}. */
    public void renew() {
        noting(claims::renew);
    }

    /** Returns whether messages are in delivery, so that there are leases to renew. */
    public boolean isDelivering() {
        return claims.isHolding();
    }

    /** Ends a successful delivery: the message is not delivered again. */
    public void done(NewMessage message) {
        noting(() -> claims.done(message));
        failures.forget(message);
        opened().delivered(message);
        if (System.nanoTime() - saved.get() > BETWEEN_SAVES) {
            noting(this::save);
        }
    }

    /**
     * Ends a failed delivery: the message is delivered again once its pause is over, unless this was the last attempt.
     *
     * @return whether it was the last attempt, so that the message counts as delivered
     */
    public boolean failed(NewMessage message) {
        if (failures.add(message) >= settings.maxDeliveryAttempts()) {
            done(message);
            return true;
        }
        giveBack(message);
        return false;
    }

    /** Returns a message that was not delivered, so that it is delivered later. */
    public void giveBack(NewMessage message) {
        // released first, since a release after the next claim of the same message would end that claim
        noting(() -> claims.release(message));
        opened().returned(message);
    }

    /**
     * Writes the position, if it has moved.
     *
     * @throws LedgerException when the ledger doesn't work; it is tried again the next time
     */
    public void save() {
        DeliveryProgress known = progress.get();
        if (known != null) {
            saved.set(System.nanoTime());
            int givenUp = known.save(source.now(), claims::position);
            if (givenUp > 0) {
                incidents.gaveUp(givenUp);
            }
        }
    }

    /** Returns the nanoseconds since a time, by the server's clock; at least 0, and at most {@link Long#MAX_VALUE}. */
    public long nanosSince(Instant then) {
        return Math.max(0, TimeUnit.NANOSECONDS.convert(Duration.between(then, source.now())));
    }

    /** Returns the time of the position; empty before the first refill and until a message has been seen. */
    public Optional<Instant> cursor() {
        return Optional.ofNullable(progress.get()).flatMap(DeliveryProgress::cursor);
    }

    private DeliveryProgress opened() {
        DeliveryProgress known = progress.get();
        return known != null ? known : open();
    }

    private DeliveryProgress open() {
        Optional<InboxPosition> kept = claims.position();
        DeliveryProgress opened =
                new DeliveryProgress(topic, settings.overlap(), kept.orElseGet(this::first), kept.isEmpty());
        // at once: a process that is killed now must not begin later than it promised
        opened.save(source.now(), claims::position);
        progress.set(opened);
        return opened;
    }

    private InboxPosition first() {
        if (settings.startFrom() instanceof StartPoint.Time time) {
            return InboxPosition.startingAt(time.instant());
        }
        if (settings.startFrom() instanceof StartPoint.Beginning) {
            return InboxPosition.startingAt(null);
        }
        source.learnTime(topic);
        return InboxPosition.startingAt(source.at(made).truncatedTo(ChronoUnit.SECONDS));
    }

    // the route has ended, so a failure to note it doesn't fail the delivery
    private void noting(Runnable note) {
        try {
            note.run();
        } catch (LedgerException failure) {
            incidents.notNoted(failure);
        }
    }

    /** Where it is. */
    @Override
    public String toString() {
        DeliveryProgress known = progress.get();
        return "Inbox[" + claims + (known == null ? "" : ", " + known) + "]";
    }
}
