/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.Owners;
import com.cliqtel.camel.proofs.kills.LedgerStop.Side;

/** A ledger in which the calls for some keys stop until {@link #goOn()}. Thread-safe. */
final class StoppingLedger implements Ledger {

    private final Ledger ledger;
    private final Duration longestLease;
    private final Listener listener;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    /** Receives what happens at the ledger. */
    interface Listener {

        /** A key has come to its stop. */
        void stopped(String name);

        /** A call has returned. */
        default void returned(String call, Object result) {}
    }

    /** Where the calls for a key stop, and how many of each there were. */
    private record Plan(String name, LedgerStop stop, Map<String, Integer> calls, CountDownLatch goingOn) {}

    StoppingLedger(Ledger ledger, Listener listener) {
        this(ledger, MAX_LEASE, listener);
    }

    /** @param longestLease shortens the leases that are longer */
    StoppingLedger(Ledger ledger, Duration longestLease, Listener listener) {
        this.ledger = ledger;
        this.longestLease = longestLease;
        this.listener = listener;
    }

    /** @param name the entry's key, or the purpose of all keys that stop there */
    void stopAt(String name, LedgerStop stop) {
        plans.put(name, new Plan(name, stop, new ConcurrentHashMap<>(), new CountDownLatch(1)));
    }

    /** Lets all calls go on, and stops none any more. */
    void goOn() {
        plans.values().forEach(plan -> {
            plans.remove(plan.name(), plan);
            plan.goingOn().countDown();
        });
    }

    /** Stops as before a call to the ledger, if a plan says so. */
    void pass(String method, String name) {
        before(method, name);
    }

    @Override
    public Claim take(Hold hold, Duration lease, String record, String likeness) {
        before("take", hold.key());
        Claim claim = ledger.take(hold, shortened(lease), record, likeness);
        listener.returned("take", claim.state());
        if (claim.isTaken()) {
            after("take", hold.key());
        }
        return claim;
    }

    @Override
    public boolean renew(Hold hold, Duration lease, String record) {
        before("renew", hold.key());
        boolean renewed = ledger.renew(hold, shortened(lease), record);
        listener.returned("renew", renewed);
        after("renew", hold.key());
        return renewed;
    }

    @Override
    public boolean keep(Hold hold, String record) {
        before("keep", hold.key());
        boolean kept = ledger.keep(hold, record);
        listener.returned("keep", kept);
        after("keep", hold.key());
        return kept;
    }

    @Override
    public void free(Hold hold) {
        ledger.free(hold);
    }

    @Override
    public Closing close(Hold hold, String record, String message) {
        before("close", hold.key());
        Closing closing = ledger.close(hold, record, message);
        listener.returned("close", closing);
        after("close", hold.key());
        return closing;
    }

    @Override
    public boolean own(String key, String message) {
        return ledger.own(key, message);
    }

    @Override
    public Owners find(Collection<String> messages, String likeness) {
        return ledger.find(messages, likeness);
    }

    @Override
    public Optional<String> position(String name) {
        return ledger.position(name);
    }

    @Override
    public void position(String name, String value) {
        ledger.position(name, value);
    }

    private Duration shortened(Duration lease) {
        return lease.compareTo(longestLease) < 0 ? lease : longestLease;
    }

    private void before(String method, String name) {
        plan(name).ifPresent(plan -> {
            String call = method + " " + purpose(name);
            stop(plan, Side.BEFORE, call, plan.calls().getOrDefault(call, 0) + 1);
        });
    }

    private void after(String method, String name) {
        plan(name).ifPresent(plan -> {
            String call = method + " " + purpose(name);
            int nth = plan.calls().merge(call, 1, Integer::sum);
            if (plan.stop().equals(new LedgerStop(Side.PASSED, call, nth))) {
                listener.stopped(plan.name());
            }
            stop(plan, Side.AFTER, call, nth);
        });
    }

    private void stop(Plan plan, Side side, String call, int nth) {
        if (plan.stop().equals(new LedgerStop(side, call, nth))) {
            listener.stopped(plan.name());
            awaitGoingOn(plan);
        }
    }

    private static void awaitGoingOn(Plan plan) {
        while (plan.goingOn().getCount() > 0) {
            try {
                plan.goingOn().await();
            } catch (InterruptedException ignored) {
                // a real call to a database would not end either
            }
        }
    }

    private Optional<Plan> plan(String name) {
        return Optional.ofNullable(plans.get(name)).or(() -> Optional.ofNullable(plans.get(purpose(name))));
    }

    private static String purpose(String name) {
        return name.substring(0, name.indexOf(':'));
    }
}
