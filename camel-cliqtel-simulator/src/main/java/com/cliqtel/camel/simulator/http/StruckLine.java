/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.fault.Line;
import com.cliqtel.camel.simulator.fault.Reply;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** The line to the caller of a call that was struck: what happens on it is written down, then done. */
final class StruckLine implements Line {

    // the API writes it first of all, without blanks; in texts of messages quotes are escaped
    private static final Pattern ID = Pattern.compile("(?<=\\{)\"id\":[0-9]+,");

    private final Struck struck;
    private final Stamping stamping;
    private final CallLog log;
    private final SimulatedTime time;

    StruckLine(Struck struck, Stamping stamping, CallLog log, SimulatedTime time) {
        this.struck = struck;
        this.stamping = stamping;
        this.log = log;
        this.time = time;
    }

    @Override
    public void answer(Reply reply) {
        Answer plain = new Answer(reply.status(), reply.headers(), reply.body());
        Answer typed = reply.contentType().isEmpty() ? plain : plain.with("Content-Type", reply.contentType());
        Answer whole = reply.retryAfter()
                .map(retry -> typed.with("Retry-After", retry.value(time.now())))
                .orElse(typed);
        give(reply.isOfTheAccount() ? stamping.stamped(whole) : stamping.dated(whole));
    }

    @Override
    public void answerTruly() {
        give(struck.answer().get());
    }

    @Override
    public void answerWithoutId() {
        Answer whole = struck.answer().get();
        give(new Answer(
                whole.status(), whole.headers(), ID.matcher(whole.body()).replaceAll("")));
    }

    @Override
    public void cutOff(Ending ending) {
        Answer answer = struck.answer().get();
        log.answered(struck.call(), answer, struck.by());
        struck.caller().cutOff(answer, ending);
    }

    @Override
    public void reset() {
        end(Ending.RESET);
    }

    @Override
    public void close() {
        end(Ending.CLOSE);
    }

    @Override
    public void staySilent() {
        log.unanswered(struck.call(), struck.by());
        struck.caller().ignore();
    }

    @Override
    public void later(Duration delay, Symptom then) {
        struck.caller().mayWait();
        time.at(time.now().plus(delay), () -> then.on(this));
    }

    private void give(Answer answer) {
        log.answered(struck.call(), answer, struck.by());
        struck.caller().answer(answer);
    }

    private void end(Ending ending) {
        log.unanswered(struck.call(), struck.by());
        struck.caller().end(ending);
    }

    /** The call, what struck it, what it would have been answered with, and who waits for that. */
    record Struck(ApiCall call, String by, Supplier<Answer> answer, Caller caller) {}
}
