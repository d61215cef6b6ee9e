/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.ledger.Ledgers;
import org.apache.camel.Exchange;

/** Polls an account every fifteen seconds while messages arrive, through restarts and crashes. */
public final class Polling {

    private static final int FIRST_RESTART = 10;
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(15);
    // until every message shows, and a deep scan has been made
    private static final Duration LONGEST_LAG = Duration.ofHours(7);

    private final World world;
    private final Random random;
    private final Desk desk;
    private final Told told = new Told();
    private final AtomicReference<Life> life = new AtomicReference<>(Life.eternal());
    private final int messages;
    private int restarts;

    /**
     * @param world what the API is like
     * @param messages how many arrive
     * @param perSecond how many on average
     */
    public Polling(World world, long seed, int messages, double perSecond) {
        this.world = world;
        this.random = new Random(
                31 * seed + 2L * world.order().ordinal() + world.since().ordinal());
        this.messages = messages;
        this.desk = new Desk(world, seed, messages, perSecond);
    }

    /** With a route that is stopped and started now and then, and messages that are deleted once they were told. */
    public Count withRestarts() throws Exception {
        try (desk;
                Poller poller = poller()) {
            for (int polls = 1; desk.hasMore(); polls++) {
                poller.poll();
                desk.pass(BETWEEN_POLLS);
                if (polls == FIRST_RESTART || random.nextInt(10) == 0) {
                    poller.restart();
                    restarts++;
                }
                if (random.nextInt(10) == 0) {
                    deleteOneThatWasTold();
                }
            }
            rest(poller);
            return count();
        }
    }

    /** With a process that dies after so many steps, drawn each time. */
    public Count withCrashes(int crashes, int mostSteps) throws Exception {
        try (desk;
                Poller poller = poller()) {
            life.set(new Life(random.nextInt(mostSteps)));
            while (restarts < crashes || desk.hasMore()) {
                poller.poll();
                if (life.get().hasEnded()) {
                    told.died();
                    restarts++;
                    life.set(restarts < crashes ? new Life(1L + random.nextInt(mostSteps)) : Life.eternal());
                    poller.restart();
                }
                desk.pass(BETWEEN_POLLS);
            }
            rest(poller);
            return count();
        }
    }

    private Poller poller() throws Exception {
        return new Poller(desk, new MortalLedger(Ledgers.inTimeOf(desk::nanos), life, told), this::tell);
    }

    private void tell(Exchange exchange) {
        life.get().step();
        told.ended(exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID, Long.class));
        life.get().step();
    }

    private void deleteOneThatWasTold() {
        desk.received().stream()
                .skip(random.nextInt(1 + Math.max(0, desk.received().size() - 1)))
                .filter(told::has)
                .findFirst()
                .ifPresent(id -> {
                    desk.delete(id);
                    desk.received().remove(id);
                    told.forget(id);
                });
    }

    private void rest(Poller poller) {
        long longest = world.lag().late().isZero() ? 40 : LONGEST_LAG.dividedBy(BETWEEN_POLLS) / 10;
        for (long i = 0; i < longest; i++) {
            desk.pass(world.lag().late().isZero() ? BETWEEN_POLLS : BETWEEN_POLLS.multipliedBy(10));
            poller.poll();
        }
    }

    private Count count() {
        return new Count(
                messages,
                told.lost(desk.received()),
                told.doubled(),
                told.strangers(desk.received()),
                restarts,
                told.endedUnnoted(),
                desk.simulator().calls().size(),
                Duration.ofNanos(desk.nanos()));
    }
}
