/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.model.Answer;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.Page;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.model.SmsQuery;
import com.cliqtel.camel.model.Submission;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiCalls;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.ReplyReader;

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

    /** The API over an account's line: the order in which a call passes through what is done for it. */
    public static CliqtelApi over(AccountConnection line, CallPolicy manner) {
        Transport transport = new HttpTransport(line.connection());
        transport = new ClockReadingTransport(transport, line.clock());
        // an attempt is what goes out: waiting for its permit is not part of it
        transport = new ObservedTransport(transport, manner.purpose().word());
        if (line.limiter() != null) {
            // below the check, for what a refusal says of the quota is heard too
            transport = new LimitingTransport(transport, line, manner.purpose());
        }
        transport = new CheckingTransport(transport);
        // around the limit: whoever waits for sending to go on takes no permit meanwhile
        transport = new PausingTransport(transport, line.gate(), line.waits());
        // around the limit: each attempt takes a permit of its own
        transport = new RetryingTransport(transport, manner.retries(), line.waits());
        // last, as a backstop: whatever is wrong below, the future has it
        transport = new NeverThrowingTransport(transport);
        return new CliqtelApi(
                transport, manner.maxWait(), line.observers(), line.connection().secrets());
    }

    /**
     * Sends an SMS: {@code POST /messages}. Each call that is accepted is one SMS; the API knows no idempotency key.
     *
     * @param patience how long it may wait before it leaves, its retries included
     */
    public CompletableFuture<Answer<Sms>> send(Submission sms, WaitBudget patience) {
        return answer(ApiCalls.send(sms), patience, ReplyReader::sms);
    }

    /** The patience that a new exchange has. */
    public WaitBudget patience() {
        return WaitBudget.of(maxWait, observers);
    }

    /** The patience of a new exchange of which two others are told as well, each of whom may be nobody. */
    public WaitBudget patience(Observer also, Observer andAlso) {
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
        return answer(call, patience(), reading);
    }

    private <T> CompletableFuture<Answer<T>> answer(
            ApiCall call, WaitBudget patience, BiFunction<ApiCall, ApiReply, Answer<T>> reading) {
        ApiCall discreet = call.keeping(secrets);
        return transport.send(discreet, patience).thenApply(reply -> {
            Answer<T> answer = reading.apply(discreet, reply);
            if (answer.skipped() > 0) {
                patience.observer().skipped(call.operation(), answer.skipped());
            }
            return answer;
        });
    }

    /** The stack that a call passes through. */
    @Override
    public String toString() {
        return "CliqtelApi[" + transport + "]";
    }
}
