/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.time.SimulatedTime;

/**
 * What goes wrong with a simulator's calls, to be changed while it runs. Safe for use by several threads.
 *
 * <p>Faults are the network and the gateways in front of the account. They act before the key is checked, the limits
 * count and its paths are looked at: a call they stop uses nothing of the limits, and a call they let through passes all of
 * these as usual and may be refused there.
 *
 * <p>A call gets the fault of the first rule that applies. Later rules neither see nor count the call. Rules that were added last
 * come first; rules that were added together keep their order.
 */
public final class Faults {

    private List<FaultRule> initialRules;
    private SimulatedTime time;
    private volatile List<ActiveRule> active;
    private volatile InjectionLog log = new InjectionLog();

    /**
     * Begins with some rules.
     *
     * @param initialRules those it goes back to with {@link #reset()}
     * @param time the time to go by
     */
    public Faults(List<FaultRule> atStart, SimulatedTime time) {
        restart(atStart, time);
    }

    /**
     * Begins anew with other rules, by another time, and forgets earlier faults. Calls on hold stay on hold.
     *
     * @param initialRules those it goes back to with {@link #reset()}
     * @param time the time to go by
     */
    public synchronized void restart(List<FaultRule> atStart, SimulatedTime time) {
        this.initialRules = List.copyOf(atStart);
        this.time = time;
        reset();
    }

    /**
     * Adds rules, in front of those there are. They count from now on.
     *
     * @param rules which
     */
    public synchronized void add(FaultRule... rules) {
        addFirst(activate(List.of(rules)));
    }

    /**
     * Takes rules away; the others go on counting.
     *
     * @param rule all that equal it; when there is none, nothing happens
     */
    public synchronized void remove(FaultRule rule) {
        active = active.stream()
                .filter(one -> !(one instanceof ActiveRule.Rule activeRule)
                        || !activeRule.rule().equals(rule))
                .toList();
    }

    /**
     * Replaces all rules and holds. A call that is held already stays so.
     *
     * @param rules which; none, and nothing goes wrong any more
     */
    public synchronized void set(FaultRule... rules) {
        active = activate(List.of(rules));
    }

    /** Lets nothing go wrong any more. A call that is held already stays so. */
    public void clear() {
        set();
    }

    /** Goes back to the rules of the start, counts anew, and forgets earlier faults. Calls on hold stay on hold. */
    public synchronized void reset() {
        log = new InjectionLog();
        active = activate(initialRules);
    }

    /**
     * Strikes every call for a while, from now on.
     *
     * @param duration zero to 365 days, in the simulator's time
     * @param fault by what
     * @throws IllegalArgumentException when it is no such while
     */
    public void storm(Duration duration, Fault fault) {
        add(FaultRule.calls(fault).lasting(duration));
    }

    /**
     * Holds the next POST of a message.
     *
     * @param point where
     * @return to wait for it and let it go on
     */
    public Hold holdNext(Hold.Point point) {
        return holdNext(point, IncomingCall::isSend);
    }

    /**
     * Holds the next call of some.
     *
     * @param point where
     * @param calls true for those; must be safe for use by several threads
     * @return to wait for it and let it go on
     */
    public Hold holdNext(Hold.Point point, Predicate<IncomingCall> calls) {
        Hold hold = new Hold(Objects.requireNonNull(point, "point"));
        addFirst(List.of(new ActiveRule.HeldCall(hold, Objects.requireNonNull(calls, "calls"))));
        return hold;
    }

    /**
     * Returns the rules, including those that will not apply again.
     *
     * @return an immutable copy, in the order of their precedence
     */
    public List<FaultRule> rules() {
        return active.stream()
                .filter(ActiveRule.Rule.class::isInstance)
                .map(rule -> ((ActiveRule.Rule) rule).rule())
                .toList();
    }

    /**
     * Returns the fault of a call of which only the head was read. The server calls this once per call.
     *
     * @param head the call, without recipient and text
     * @return empty when it is to be read on
     */
    public Optional<Injection> injectEarly(IncomingCall head) {
        return noted(CallMatch.ofHead(head), one -> one.injectEarly(head));
    }

    /**
     * Returns the fault of a call. The server calls this once per call.
     *
     * @param call the call
     * @return empty when nothing goes wrong
     */
    public Optional<Injection> inject(IncomingCall call) {
        return noted(CallMatch.of(call), one -> one.inject(call));
    }

    /**
     * Rules that strike, in another run, the calls that were struck in this one, by the same: whatever struck them here, be it a
     * draw, a condition in Java, the time, or a hold that was not released. A call is known by its method, path, recipient and
     * text, and by how many like it came before.
     *
     * @return an immutable list of rules that can be printed, without those of before the last {@link #reset()}
     * @throws IllegalStateException if more than 100,000 calls had a fault
     */
    public List<FaultRule> replay() {
        return log.replay();
    }

    private Optional<Injection> noted(CallMatch call, Function<ActiveRule, Optional<Injection>> question) {
        InjectionLog run = log;
        int number = run.number(call);
        Optional<Injection> injection = first(question);
        injection.ifPresent(found -> {
            if (found instanceof Fault fault) {
                run.add(call, number, fault);
            } else if (found instanceof Hold hold) {
                hold.whenEnded(fault -> run.add(call, number, fault));
            }
        });
        return injection;
    }

    private Optional<Injection> first(Function<ActiveRule, Optional<Injection>> question) {
        return active.stream().map(question).flatMap(Optional::stream).findFirst();
    }

    private synchronized void addFirst(List<ActiveRule> more) {
        active = Stream.concat(more.stream(), active.stream()).toList();
    }

    private List<ActiveRule> activate(List<FaultRule> rules) {
        return rules.stream()
                .<ActiveRule>map(rule -> new ActiveRule.Rule(rule, time))
                .toList();
    }
}
