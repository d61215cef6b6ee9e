/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.EndlessListGuard;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.Answer;
import com.cliqtel.camel.wire.Page;
import com.cliqtel.camel.wire.SmsQuery;

/**
 * The pages of one list.
 *
 * @param api the API of the account
 * @param query the filters
 * @param first the number of the first page, from 1
 * @param perPage the number of messages per page
 * @param maxResults the largest number of messages to return
 */
record ListPages(CliqtelApi api, SmsQuery query, int first, int perPage, int maxResults) {

    CompletableFuture<Answer<Page>> page(int number) {
        return api.list(query, number, perPage);
    }

    /** Returns one page, in the API's order. */
    CompletableFuture<ProducerResult> one() {
        return page(first).thenApply(answer -> result(answer.value().messages(), answer));
    }

    /** Returns all pages as one list, each message once. */
    CompletableFuture<ProducerResult> all() {
        return new Collecting(new LinkedHashMap<>()).from(first, 0);
    }

    /** Returns an iterator that requests each page when it is read. */
    CompletableFuture<ProducerResult> stream() {
        return CompletableFuture.completedFuture(message -> message.setBody(new ListIterator(this)));
    }

    private ProducerResult result(List<Sms> messages, Answer<Page> last) {
        List<Sms> given = messages.size() > maxResults ? messages.subList(0, maxResults) : messages;
        return message -> {
            message.setBody(new ApiList<>(given));
            ResultHeaders.on(message).page(last.value()).rate(last.rateLimits());
        };
    }

    private final class Collecting {

        private final Map<Long, Sms> collected;

        Collecting(Map<Long, Sms> collected) {
            this.collected = collected;
        }

        // a loop while answers have arrived, so that a thousand pages don't take thousands of stack frames
        CompletableFuture<ProducerResult> from(int firstPage, int repeatedBefore) {
            int repeated = repeatedBefore;
            for (int number = firstPage; ; number++) {
                CompletableFuture<Answer<Page>> asked = page(number);
                int next = number + 1;
                int before = repeated;
                if (!asked.isDone() || asked.isCompletedExceptionally()) {
                    return asked.thenCompose(answer -> {
                        int now = take(answer.value(), before);
                        return ends(answer.value(), next - 1) ? ended(answer) : from(next, now);
                    });
                }
                repeated = take(asked.join().value(), before);
                if (ends(asked.join().value(), number)) {
                    return ended(asked.join());
                }
            }
        }

        private int take(Page page, int repeatedBefore) {
            int before = collected.size();
            page.messages().forEach(sms -> collected.putIfAbsent(sms.id(), sms));
            int repeated = collected.size() == before ? repeatedBefore + 1 : 0;
            EndlessListGuard.check(repeated);
            return repeated;
        }

        private boolean ends(Page page, int number) {
            return collected.size() >= maxResults || !page.hasNext(number, perPage);
        }

        private CompletableFuture<ProducerResult> ended(Answer<Page> last) {
            return CompletableFuture.completedFuture(result(new ArrayList<>(collected.values()), last));
        }
    }
}
