/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.json.ApiJson;
import com.cliqtel.camel.simulator.json.InboundRows;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.time.ClockSkew;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** The API of one account, and a log of who called it. Safe for use by several threads. */
public final class Api {

    /** Where it begins: every call's path is below it. */
    public static final String BASE_PATH = "/api/v1/sms";

    private final BoundedLog<ReceivedCall> log;
    private final AnswerLog answers = new AnswerLog();
    private final Stamping answering;
    private final Striking striking;

    /**
     * Opens an account to callers.
     *
     * @param account the account
     * @param limits how often it may be called
     * @param access who may call it, and what an empty wallet is answered with
     * @param world what there is around it
     */
    public Api(Account account, RateLimits limits, Access access, World world) {
        this.log = new BoundedLog<>(call -> call.body().length() + 1_000L, world.watcher());
        Answering routing = new Routing(new Messages(account, limits, new ApiJson(access.inbound())).routes());
        // from the inside out: what is refused further out is not even seen further in
        // refusals are turned into answers twice, for an exception would pass by the headers of its own permit
        Answering limiting = new Limiting(limits, new Refusing(access.insufficientBalanceStatus(), routing));
        Answering authenticating = new Authenticating(access.keys(), limiting);
        Answering outside = new Outside(authenticating);
        this.answering = new Stamping(
                limits,
                world.time().skewed(access.dateSkew()),
                new Refusing(access.insufficientBalanceStatus(), outside));
        // faults are the network and the gateways, so outside of all: a call they stop is neither asked for its key nor
        // counted; a call they let through passes all of the above, whatever then becomes of the answer
        this.striking = new Striking(world.faults(), answering, new CallLog(log, answers, world.time()), world.time());
    }

    /**
     * What was called.
     *
     * @return in the order of the answers
     */
    public BoundedLog<ReceivedCall> calls() {
        return log;
    }

    /**
     * What a call was answered, while that is held: of the newest 5,000, or fewer when they are long.
     *
     * @param number of the call
     * @return empty when it is not held any more; the status 0 when there was no answer
     */
    public Optional<Answer> answer(long number) {
        return answers.find(number);
    }

    /**
     * Asks, when only the head of a call was read, whether its end is now.
     *
     * @return true when it was, and the body is not to be read
     */
    boolean endsEarly(ApiCall head, Caller caller) {
        return striking.endsEarly(head, caller);
    }

    /** Answers a call, now or later or never. */
    void take(ApiCall call, Caller caller) {
        striking.take(call, caller);
    }

    /** What was not even a call (no HTTP, a path nobody can read) is answered by the server, in the API's form. */
    Answer stamped(Answer ofTheServer) {
        return answering.stamped(ofTheServer);
    }

    /**
     * Who may call, and what they are told where the reference leaves it open.
     *
     * @param keys the account's API keys, one or more; equal in all rights
     * @param insufficientBalanceStatus the HTTP status of {@code insufficient_balance}, 400 to 599
     * @param inbound what they are shown of inbound messages
     * @param dateSkew how far the {@code Date} header is ahead of the account's clock
     */
    public record Access(Set<String> keys, int insufficientBalanceStatus, InboundRows inbound, ClockSkew dateSkew) {}

    /**
     * What there is around an account.
     *
     * @param faults what goes wrong on the way to the account and back
     * @param time the time of the answers
     * @param watcher is told each call at its end; must return at once
     */
    public record World(Faults faults, SimulatedTime time, Consumer<ReceivedCall> watcher) {}
}
