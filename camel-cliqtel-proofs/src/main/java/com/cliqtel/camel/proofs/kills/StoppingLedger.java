/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.proofs.kills.LedgerStop.Side;

/** A ledger in which the calls for some orders stop until {@link #goOn()}. Thread-safe. */
final class StoppingLedger implements Ledger {

    private final Ledger ledger;
    private final Consumer<String> stopped;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final CountDownLatch goingOn = new CountDownLatch(1);

    /** Where the calls for a key stop, and how many of each there were. */
    private record Plan(String key, LedgerStop stop, Map<String, Integer> calls) {}

    /** @param stopped hears of each key that has come to its stop */
    StoppingLedger(Ledger ledger, Consumer<String> stopped) {
        this.ledger = ledger;
        this.stopped = stopped;
    }

    void stopAt(String key, LedgerStop stop) {
        plans.put(sha256(key), new Plan(key, stop, new ConcurrentHashMap<>()));
    }

    /** Lets all calls go on, and stops none any more. */
    void goOn() {
        plans.clear();
        goingOn.countDown();
    }

    @Override
    public Claim claim(String name, Duration lease, String record) {
        before("claim", name, record);
        Claim claim = ledger.claim(name, lease, record);
        if (claim.state() == Claim.State.NEW || claim.state() == Claim.State.EXPIRED) {
            after("claim", name, record);
        }
        return claim;
    }

    @Override
    public void done(String name, String record) {
        before("done", name, record);
        ledger.done(name, record);
        after("done", name, record);
    }

    @Override
    public void abandon(String name, String record) {
        before("abandon", name, record);
        ledger.abandon(name, record);
        after("abandon", name, record);
    }

    @Override
    public void release(String name) {
        ledger.release(name);
    }

    @Override
    public Optional<String> position(String name) {
        return ledger.position(name);
    }

    @Override
    public void position(String name, String value) {
        ledger.position(name, value);
    }

    private void before(String method, String name, String record) {
        plan(name, record).ifPresent(plan -> {
            String call = method + " " + purpose(name);
            stop(plan, Side.BEFORE, call, plan.calls().getOrDefault(call, 0) + 1);
        });
    }

    private void after(String method, String name, String record) {
        plan(name, record).ifPresent(plan -> {
            String call = method + " " + purpose(name);
            int nth = plan.calls().merge(call, 1, Integer::sum);
            if (plan.stop().equals(new LedgerStop(Side.PASSED, call, nth))) {
                stopped.accept(plan.key());
            }
            stop(plan, Side.AFTER, call, nth);
        });
    }

    private void stop(Plan plan, Side side, String call, int nth) {
        if (plan.stop().equals(new LedgerStop(side, call, nth))) {
            stopped.accept(plan.key());
            awaitGoingOn();
        }
    }

    private void awaitGoingOn() {
        while (goingOn.getCount() > 0) {
            try {
                goingOn.await();
            } catch (InterruptedException ignored) {
                // a real call to a database would not end either
            }
        }
    }

    // a key's name ends with its hash; the record of a message is whose it is, which is that hash
    private Optional<Plan> plan(String name, String record) {
        String hash = purpose(name).equals("send") ? name.substring(name.lastIndexOf(':') + 1) : record;
        return Optional.ofNullable(plans.get(hash));
    }

    private static String purpose(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
