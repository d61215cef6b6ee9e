/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;

/**
 * What a message must be like, to be imported statically.
 *
 * @param words what is said of it when there is none
 * @param isMet true for a message that is so
 */
public record SmsCondition(String words, Predicate<Message> isMet) {

    /** Refuses nothing but null. */
    public SmsCondition {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(isMet, "isMet");
    }

    /**
     * It goes to a phone.
     *
     * @param phone as it is sent to
     * @return the condition
     */
    public static SmsCondition to(String phone) {
        return new SmsCondition("to " + phone, message -> message.to().equals(phone));
    }

    /**
     * It comes from a number of the account.
     *
     * @param number in E.164 format
     * @return the condition
     */
    public static SmsCondition from(String number) {
        return new SmsCondition("from " + number, message -> message.from().equals(number));
    }

    /**
     * It says this, and no more.
     *
     * @param text the whole of it
     * @return the condition
     */
    public static SmsCondition text(String text) {
        return new SmsCondition('"' + text + '"', message -> message.body().equals(text));
    }

    /**
     * It says this among other things.
     *
     * @param part a part of its text
     * @return the condition
     */
    public static SmsCondition containing(String part) {
        return new SmsCondition(
                "containing \"" + part + '"', message -> message.body().contains(part));
    }

    /**
     * It is charged as so many segments.
     *
     * @param segments 1 or more
     * @return the condition
     */
    public static SmsCondition segments(int segments) {
        return new SmsCondition("of " + segments + " segments", message -> message.segments() == segments);
    }

    /**
     * It has come that far.
     *
     * @param status its status
     * @return the condition
     */
    public static SmsCondition status(Status status) {
        return new SmsCondition(status.word(), message -> message.status() == status);
    }

    /**
     * It has arrived.
     *
     * @return the condition
     */
    public static SmsCondition delivered() {
        return status(Status.DELIVERED);
    }

    /**
     * It was given up.
     *
     * @return the condition
     */
    public static SmsCondition failed() {
        return status(Status.FAILED);
    }

    /** Any message will do where nothing is said. */
    static SmsCondition all(SmsCondition... conditions) {
        return new SmsCondition(
                conditions.length == 0
                        ? "any message"
                        : Stream.of(conditions).map(SmsCondition::words).collect(Collectors.joining(", ")),
                message -> Stream.of(conditions).allMatch(each -> each.isMet.test(message)));
    }

    SmsCondition and(SmsCondition... more) {
        return all(Stream.concat(Stream.of(this), Stream.of(more)).toArray(SmsCondition[]::new));
    }
}
