/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.http.ReceivedCall;

/** Statistics of the calls of a run, from the simulator's log. */
final class CallStatistics {

    private static final Pattern MARK = Pattern.compile(Pattern.quote(LogicalSend.CALLBACK_HOST) + "/([0-9]+)");
    private static final String NOTHING = "nothing";

    private final List<ReceivedCall> calls;

    CallStatistics(List<ReceivedCall> calls) {
        this.calls = calls;
    }

    long posts() {
        return calls.stream().filter(call -> call.method().equals("POST")).count();
    }

    /** Pages of lists that were asked for. */
    long pages() {
        return calls.stream().filter(CallStatistics::isList).count();
    }

    /** Of these, pages of lists that several searches shared: they ask for no recipient. */
    long sharedPages() {
        return calls.stream()
                .filter(CallStatistics::isList)
                .filter(call -> !call.query().contains("to="))
                .count();
    }

    /** Lists that were asked for, each of one page or more; one that is read again counts again. */
    long lists() {
        return calls.stream()
                .filter(CallStatistics::isList)
                .filter(call -> (call.query() + "&").contains("&page=1&"))
                .count();
    }

    /** What struck the last POST of the sends that ended so: how many by each. */
    Map<String, Integer> lastFaults(List<LogicalSend> sends, SendOutcomes endings, SendOutcome.Kind kind) {
        Map<Integer, String> last = new HashMap<>();
        calls.stream()
                .filter(call -> call.method().equals("POST"))
                .forEach(call -> last.put(send(call), call.fault() == null ? NOTHING : call.fault()));
        Map<String, Integer> counts = new TreeMap<>();
        sends.stream()
                .filter(send -> endings.of(send) != null && endings.of(send).kind() == kind)
                .forEach(send -> counts.merge(last.getOrDefault(send.number(), NOTHING), 1, Integer::sum));
        return counts;
    }

    private static boolean isList(ReceivedCall call) {
        return call.method().equals("GET") && call.path().endsWith("/messages");
    }

    private static int send(ReceivedCall post) {
        Matcher mark = MARK.matcher(post.body());
        return mark.find() ? Integer.parseInt(mark.group(1)) : -1;
    }
}
