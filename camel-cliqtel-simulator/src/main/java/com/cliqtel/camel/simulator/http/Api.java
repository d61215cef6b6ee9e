/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.json.ApiJson;
import com.cliqtel.camel.simulator.json.InboundFields;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.time.ClockSkew;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** The API of one account and its call log. Safe for use by several threads. */
public final class Api {

    private final BoundedLog<ReceivedCall> log;
    private final AnswerLog answers = new AnswerLog();
    private final HeaderFilter filters;
    private final FaultInjector faultInjector;

    /**
     * Opens an account to callers.
     *
     * @param account the account
     * @param limits how often it may be called
     * @param access who may call it, and what an empty wallet is answered with
     * @param environment faults, clock and listener
     */
    public Api(Account account, RateLimits limits, Access access, Environment environment) {
        this.log = new BoundedLog<>(call -> call.body().length() + 1_000L, environment.listener());
        Responder router = new Router(new ApiRoutes(account, limits, new ApiJson(access.inbound())).routes());
        // from the inside out: a call that an outer filter refuses never reaches an inner one
        // refusals are turned into answers twice, for an exception would pass by the headers of its own permit
        Responder rateLimit =
                new RateLimitFilter(limits, new RefusalFilter(access.insufficientBalanceStatus(), router));
        Responder authentication = new AuthenticationFilter(access.keys(), rateLimit);
        Responder unknownPath = new UnknownPathFilter(authentication);
        this.filters = new HeaderFilter(
                limits,
                environment.time().skewed(access.dateSkew()),
                new RefusalFilter(access.insufficientBalanceStatus(), unknownPath));
        // faults are the network and the gateways, so outside of all: a call they stop is neither asked for its key nor
        // counted; a call they let through passes all of the above, whatever then becomes of the answer
        this.faultInjector = new FaultInjector(
                environment.faults(), filters, new CallLog(log, answers, environment.time()), environment.time());
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
    boolean endsEarly(ApiCall head, PendingResponse caller) {
        return faultInjector.endsEarly(head, caller);
    }

    /** Answers a call, now or later or never. */
    void take(ApiCall call, PendingResponse caller) {
        faultInjector.take(call, caller);
    }

    /** What was not even a call (no HTTP, a path nobody can read) is answered by the server, in the API's form. */
    Answer withHeaders(Answer ofTheServer) {
        return filters.withHeaders(ofTheServer);
    }

    /**
     * Who may call, and what they are told where the reference leaves it open.
     *
     * @param keys the account's API keys, one or more; equal in all rights
     * @param insufficientBalanceStatus the HTTP status of {@code insufficient_balance}, 400 to 599
     * @param inbound what they are shown of inbound messages
     * @param dateSkew how far the {@code Date} header is ahead of the account's clock
     */
    public record Access(Set<String> keys, int insufficientBalanceStatus, InboundFields inbound, ClockSkew dateSkew) {}

    /**
     * The environment of an account.
     *
     * @param faults the faults between the client and the account
     * @param time the clock of the answers
     * @param listener gets each call when it has ended; must return at once
     */
    public record Environment(Faults faults, SimulatedTime time, Consumer<ReceivedCall> listener) {}
}
