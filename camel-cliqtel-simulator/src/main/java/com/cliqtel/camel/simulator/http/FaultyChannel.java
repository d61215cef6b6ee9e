/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.fault.ClientChannel;
import com.cliqtel.camel.simulator.fault.Reply;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** The client connection of a call with a fault. Logs what the client sees, then does it. */
final class FaultyChannel implements ClientChannel {

    // the API writes it first of all, without blanks; in texts of messages quotes are escaped
    private static final Pattern ID = Pattern.compile("(?<=\\{)\"id\":[0-9]+,");

    private final FaultedCall faulted;
    private final HeaderFilter headers;
    private final CallLog log;
    private final SimulatedTime time;

    FaultyChannel(FaultedCall faulted, HeaderFilter headers, CallLog log, SimulatedTime time) {
        this.faulted = faulted;
        this.headers = headers;
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
        give(reply.isOfTheAccount() ? headers.withHeaders(whole) : headers.withDate(whole));
    }

    @Override
    public void answerNormally() {
        give(faulted.answer().get());
    }

    @Override
    public void answerWithoutId() {
        Answer whole = faulted.answer().get();
        give(new Answer(
                whole.status(), whole.headers(), ID.matcher(whole.body()).replaceAll("")));
    }

    @Override
    public void cutOff(Ending ending) {
        Answer answer = faulted.answer().get();
        log.answered(faulted.call(), answer, faulted.by());
        faulted.caller().cutOff(answer, ending);
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
    public void neverAnswer() {
        log.unanswered(faulted.call(), faulted.by());
        faulted.caller().neverAnswer();
    }

    @Override
    public void later(Duration delay, Symptom then) {
        faulted.caller().allowLongWait();
        time.at(time.now().plus(delay), () -> then.on(this));
    }

    private void give(Answer answer) {
        log.answered(faulted.call(), answer, faulted.by());
        faulted.caller().answer(answer);
    }

    private void end(Ending ending) {
        log.unanswered(faulted.call(), faulted.by());
        faulted.caller().end(ending);
    }

    /** A call, the name of its fault, its real answer, and the response to complete. */
    record FaultedCall(ApiCall call, String by, Supplier<Answer> answer, PendingResponse caller) {}
}
