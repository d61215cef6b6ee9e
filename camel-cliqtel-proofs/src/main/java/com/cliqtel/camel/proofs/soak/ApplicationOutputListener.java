/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.cliqtel.camel.proofs.sends.SendOutcome;

/** Parses and counts the output of the application. */
final class ApplicationOutputListener implements Consumer<String[]> {

    private static final Set<String> FINAL = Set.of("delivered", "failed");

    private final Counts counts;
    private final Outbox outbox;
    private final Consumer<String[]> samples;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicLong lastSent = new AtomicLong();
    private final Map<String, Consumer<String[]>> words;

    ApplicationOutputListener(Counts counts, Outbox outbox, Consumer<String[]> samples) {
        this.counts = counts;
        this.outbox = outbox;
        this.samples = samples;
        this.words = Map.of(
                "READY", said -> ready.countDown(),
                "TOLD", this::told,
                "REPORT", said -> counts.reports.add(state(said)),
                "INBOUND", said -> counts.inbound.add(Long.valueOf(said[1])),
                "STATUS", said -> (FINAL.contains(said[2]) ? counts.finals : counts.passing).add(state(said)),
                "READ", said -> counts.add(Counts.READ + said[1] + ' ' + said[2]),
                "UP", this::up,
                "SAMPLE", samples,
                "ODD", said -> counts.add(Counts.ODD + said[1] + ' ' + said[2]));
    }

    /** @throws IllegalArgumentException when it is nothing an application says */
    @Override
    public void accept(String[] said) {
        Consumer<String[]> meaning = words.get(said[0]);
        if (meaning == null) {
            throw new IllegalArgumentException(
                    "the application says " + said[0] + ", one of " + words.keySet() + " was expected");
        }
        meaning.accept(said);
    }

    private void told(String... said) {
        int number = Integer.parseInt(said[1]);
        SendOutcome.Kind kind = SendOutcome.Kind.valueOf(said[2]);
        SendOutcome ending = said[3].isEmpty() ? SendOutcome.without(kind) : SendOutcome.sent(Long.parseLong(said[3]));
        counts.sends.told(number, ending);
        outbox.told(number, ending);
        if (kind == SendOutcome.Kind.SENT) {
            lastSent.set(ending.id());
        }
    }

    private void up(String... said) {
        counts.add(Counts.RESTARTS);
        outbox.up(Integer.parseInt(said[1]));
    }

    private static Counts.State state(String... said) {
        return new Counts.State(Long.parseLong(said[1]), said[2]);
    }

    CountDownLatch ready() {
        return ready;
    }

    /** The id of the message that was last told as sent; 0 for none. */
    long lastSent() {
        return lastSent.get();
    }
}
