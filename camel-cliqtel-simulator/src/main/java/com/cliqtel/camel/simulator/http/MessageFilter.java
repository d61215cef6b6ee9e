/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.account.ApiWord;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.ListQuery;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;

/** Which messages a list is asked for (reference: List Messages): each parameter a condition, joined by {@code and}. */
final class MessageFilter {

    private MessageFilter() {}

    static ListQuery of(QueryParameters query) {
        Predicate<Message> which = Stream.of(direction(query), status(query), number(query), from(query), to(query))
                .flatMap(Optional::stream)
                .reduce(message -> true, Predicate::and);
        return new ListQuery(since(query).orElse(Instant.MIN), which);
    }

    private static Optional<Predicate<Message>> direction(QueryParameters query) {
        return query.parsed("direction", word -> ApiWord.find(word, Direction.values()), "inbound or outbound")
                .map(direction -> message -> message.direction() == direction);
    }

    private static Optional<Predicate<Message>> status(QueryParameters query) {
        return query.parsed(
                        "status", word -> ApiWord.find(word, Status.values()), "one of queued, sent, delivered, failed")
                .map(status -> message -> message.status() == status);
    }

    private static Optional<Predicate<Message>> number(QueryParameters query) {
        return query.integer("number_id", Long.MAX_VALUE).map(id -> message -> message.numberId() == id);
    }

    private static Optional<Predicate<Message>> from(QueryParameters query) {
        return query.text("from").map(from -> message -> message.from().equals(from));
    }

    private static Optional<Predicate<Message>> to(QueryParameters query) {
        return query.text("to").map(to -> message -> message.to().equals(to));
    }

    private static Optional<Instant> since(QueryParameters query) {
        return query.parsed(
                "since",
                MessageFilter::instant,
                "a time with an offset in ISO 8601, such as 2026-04-03T10:15:30Z"
                        + " or 2026-04-03T10:15:30%2B00:00 (a + in a query is a blank)");
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
