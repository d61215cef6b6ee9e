/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What the newest calls were answered: to be looked at while it is fresh, for lists are long. Safe for use by several threads.
 */
final class AnswerLog {

    private static final int MOST_ANSWERS = 5_000;
    private static final long MOST_CHARACTERS = 8L << 20;

    private final Deque<Numbered> answers = new ArrayDeque<>();
    private long held;

    synchronized void put(long number, Answer answer) {
        answers.addFirst(new Numbered(number, answer));
        held += answer.body().length();
        while (answers.size() > 1 && (answers.size() > MOST_ANSWERS || held > MOST_CHARACTERS)) {
            held -= answers.removeLast().answer().body().length();
        }
    }

    /** Empty when it is not held any more. */
    synchronized Optional<Answer> find(long number) {
        return answers.stream()
                .filter(one -> one.number() == number)
                .map(Numbered::answer)
                .findFirst();
    }

    private record Numbered(long number, Answer answer) {}
}
