/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.ledger.MemoryLedger;
import org.apache.camel.Exchange;

/** Polls an account every fifteen seconds while messages arrive, through restarts or crashes. */
public final class InboundRun {

    private static final int FIRST_RESTART = 10;
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(15);
    // until every message shows, and a deep scan has been made
    private static final Duration LONGEST_LAG = Duration.ofHours(7);

    private final ListBehaviour behaviour;
    private final Random random;
    private final InboundAccount account;
    private final ProcessedMessages processed = new ProcessedMessages();
    private final AtomicReference<ProcessLifetime> lifetime = new AtomicReference<>(ProcessLifetime.unlimited());
    private final int messages;
    private int restarts;

    /**
     * @param behaviour what the API is like
     * @param messages how many arrive
     * @param perSecond how many on average
     */
    public InboundRun(ListBehaviour world, long seed, int messages, double perSecond) {
        this.behaviour = world;
        this.random = new Random(
                31 * seed + 2L * world.order().ordinal() + world.since().ordinal());
        this.messages = messages;
        this.account = new InboundAccount(world, seed, messages, perSecond);
    }

    /** Restarts the route now and then, and deletes messages that were processed. */
    public InboundResult withRestarts() throws Exception {
        try (account;
                PollingApplication poller = poller()) {
            for (int polls = 1; account.hasMore(); polls++) {
                poller.poll();
                account.pass(BETWEEN_POLLS);
                if (polls == FIRST_RESTART || random.nextInt(10) == 0) {
                    poller.restart();
                    restarts++;
                }
                if (random.nextInt(10) == 0) {
                    deleteAProcessedMessage();
                }
            }
            rest(poller);
            return count();
        }
    }

    /** Lets the process die after a random number of steps, again and again. */
    public InboundResult withCrashes(int crashes, int mostSteps) throws Exception {
        try (account;
                PollingApplication poller = poller()) {
            lifetime.set(new ProcessLifetime(random.nextInt(mostSteps)));
            while (restarts < crashes || account.hasMore()) {
                poller.poll();
                if (lifetime.get().hasEnded()) {
                    processed.died();
                    restarts++;
                    lifetime.set(
                            restarts < crashes
                                    ? new ProcessLifetime(1L + random.nextInt(mostSteps))
                                    : ProcessLifetime.unlimited());
                    poller.restart();
                }
                account.pass(BETWEEN_POLLS);
            }
            rest(poller);
            return count();
        }
    }

    private PollingApplication poller() throws Exception {
        return new PollingApplication(
                account,
                new CrashingLedger(MemoryLedger.withClock(1_000_000, account::nanos), lifetime, processed),
                this::process);
    }

    private void process(Exchange exchange) {
        lifetime.get().step();
        processed.ended(exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID, Long.class));
        lifetime.get().step();
    }

    private void deleteAProcessedMessage() {
        account.received().stream()
                .skip(random.nextInt(1 + Math.max(0, account.received().size() - 1)))
                .filter(processed::has)
                .findFirst()
                .ifPresent(id -> {
                    account.delete(id);
                    account.received().remove(id);
                    processed.forget(id);
                });
    }

    private void rest(PollingApplication poller) {
        long longest = behaviour.lag().late().isZero() ? 40 : LONGEST_LAG.dividedBy(BETWEEN_POLLS) / 10;
        for (long i = 0; i < longest; i++) {
            account.pass(behaviour.lag().late().isZero() ? BETWEEN_POLLS : BETWEEN_POLLS.multipliedBy(10));
            poller.poll();
        }
    }

    private InboundResult count() {
        return new InboundResult(
                messages,
                processed.lost(account.received()),
                processed.doubled(),
                processed.unexpected(account.received()),
                restarts,
                processed.endedUnrecorded(),
                account.simulator().calls().size(),
                Duration.ofNanos(account.nanos()));
    }
}
