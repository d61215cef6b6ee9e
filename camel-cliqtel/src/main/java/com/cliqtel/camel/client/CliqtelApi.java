/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.wire.Answer;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiCalls;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.Page;
import com.cliqtel.camel.wire.ReplyReader;
import com.cliqtel.camel.wire.SmsQuery;
import com.cliqtel.camel.wire.Submission;

/**
 * The Cliqtel SMS API of one account.
 *
 * <p>No method throws: a failure is in the future, as a {@link CliqtelException}. Thread-safe.
 */
public final class CliqtelApi {

    private final Transport transport;
    private final Duration maxWait;
    private final Observers observers;
    private final Supplier<? extends Collection<String>> secrets;

    CliqtelApi(
            Transport transport,
            Duration maxWait,
            Observers observers,
            Supplier<? extends Collection<String>> secrets) {
        this.transport = transport;
        this.maxWait = maxWait;
        this.observers = observers;
        this.secrets = secrets;
    }

    /** Creates the API of an account. The order of the transports is the order in which a call passes through them. */
    public static CliqtelApi over(AccountConnection account, CallPolicy policy) {
        Transport transport = new HttpTransport(account.connection());
        transport = new ClockReadingTransport(transport, account.clock());
        // the wait for a permit isn't part of an attempt
        transport = new ObservedTransport(transport, policy.purpose().word());
        if (account.limiter() != null) {
            // below the check, since the limiter also learns from refusals
            transport = new LimitingTransport(transport, account, policy.purpose());
        }
        transport = new CheckingTransport(transport);
        // around the limit: a paused send takes no permit
        transport = new PausingTransport(transport, account.gate(), account.waits());
        // around the limit: each attempt takes a permit
        transport = new RetryingTransport(transport, policy.retries(), account.waits());
        return new CliqtelApi(
                transport,
                policy.maxWait(),
                account.observers(),
                account.connection().secrets());
    }

    /**
     * Sends an SMS: {@code POST /messages}. Each accepted call is one SMS, since the API has no idempotency key.
     *
     * @param budget the time for all waits, including those of retries
     */
    public CompletableFuture<Answer<Sms>> send(Submission sms, WaitBudget budget) {
        return answer(ApiCalls.send(sms), budget, ReplyReader::sms);
    }

    /** Returns the budget of a new exchange. */
    public WaitBudget newBudget() {
        return WaitBudget.of(maxWait, observers);
    }

    /** Returns the budget of a new exchange with two more observers; each may be {@link Observer#NOBODY}. */
    public WaitBudget newBudget(Observer also, Observer andAlso) {
        return WaitBudget.of(maxWait, observers.and(also).and(andAlso));
    }

    /** Lists messages: {@code GET /messages}, page {@code page}, from 1, of {@code perPage}, 1 to 100. */
    public CompletableFuture<Answer<Page>> list(SmsQuery query, int page, int perPage) {
        return answer(ApiCalls.list(query, page, perPage), ReplyReader::page);
    }

    /** Gets one message: {@code GET /messages/{id}}. */
    public CompletableFuture<Answer<Sms>> get(long id) {
        return answer(ApiCalls.get(id), ReplyReader::sms);
    }

    /** Lists the account's SMS-enabled numbers: {@code GET /numbers}. */
    public CompletableFuture<Answer<ApiList<SmsNumber>>> numbers() {
        return answer(ApiCalls.numbers(), ReplyReader::numbers);
    }

    private <T> CompletableFuture<Answer<T>> answer(ApiCall call, BiFunction<ApiCall, ApiReply, Answer<T>> reading) {
        return answer(call, newBudget(), reading);
    }

    private <T> CompletableFuture<Answer<T>> answer(
            ApiCall call, WaitBudget budget, BiFunction<ApiCall, ApiReply, Answer<T>> reading) {
        ApiCall discreet = call.keeping(secrets);
        try {
            return transport.send(discreet, budget).thenApply(reply -> {
                Answer<T> answer = reading.apply(discreet, reply);
                if (answer.skipped() > 0) {
                    budget.observer().skipped(call.operation(), answer.skipped());
                }
                return answer;
            });
        } catch (RuntimeException | Error thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }
}
