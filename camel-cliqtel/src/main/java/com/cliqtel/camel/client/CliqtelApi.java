/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.model.Answer;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.Page;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.model.SmsQuery;
import com.cliqtel.camel.model.Submission;
import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Calls;
import com.cliqtel.camel.wire.Replies;
import com.cliqtel.camel.wire.Reply;

/**
 * The Cliqtel SMS API of one account.
 *
 * <p>No method throws: a failure is in the future, as a {@link CliqtelException}. Thread-safe.
 */
public final class CliqtelApi {

    private final Transport transport;

    CliqtelApi(Transport transport) {
        this.transport = transport;
    }

    /** The API over an HTTP connection: the order in which a call passes through what is done for it. */
    public static CliqtelApi over(HttpConnection connection) {
        Transport transport = new HttpTransport(connection);
        transport = new CheckingTransport(transport);
        // last, as a backstop: whatever is wrong below, the future has it
        transport = new NeverThrowingTransport(transport);
        return new CliqtelApi(transport);
    }

    /** Sends an SMS: {@code POST /messages}. Each call is one SMS; the API knows no idempotency key. */
    public CompletableFuture<Answer<Sms>> send(Submission sms) {
        return answer(Calls.send(sms), Replies::sms);
    }

    /** Lists messages: {@code GET /messages}, page {@code page}, from 1, of {@code perPage}, 1 to 100. */
    public CompletableFuture<Answer<Page>> list(SmsQuery query, int page, int perPage) {
        return answer(Calls.list(query, page, perPage), Replies::page);
    }

    /** Gets one message: {@code GET /messages/{id}}. */
    public CompletableFuture<Answer<Sms>> get(long id) {
        return answer(Calls.get(id), Replies::sms);
    }

    /** Lists the account's SMS-enabled numbers: {@code GET /numbers}. */
    public CompletableFuture<Answer<ApiList<SmsNumber>>> numbers() {
        return answer(Calls.numbers(), Replies::numbers);
    }

    private <T> CompletableFuture<T> answer(Call call, BiFunction<Call, Reply, T> reading) {
        return transport.send(call).thenApply(reply -> reading.apply(call, reply));
    }

    /** The stack that a call passes through. */
    @Override
    public String toString() {
        return "CliqtelApi[" + transport + "]";
    }
}
