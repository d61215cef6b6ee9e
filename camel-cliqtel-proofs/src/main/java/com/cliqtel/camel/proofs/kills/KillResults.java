/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Message;

/** The results of all rounds with one kind of database. Thread-safe. */
final class KillResults {

    private static final Pattern RECIPIENT = Pattern.compile("\"to\":\"(\\+\\d+)\"");

    private final List<Trial> trials = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int kills;

    synchronized void add(int killed, List<Trial> more) {
        kills += killed;
        trials.addAll(more);
    }

    synchronized void failed(Throwable failure) {
        failures.add(failure.toString());
    }

    /** What is to be told. */
    synchronized Result result(Simulator simulator) {
        Map<String, List<Message>> messages = simulator.messages().stream().collect(Collectors.groupingBy(Message::to));
        Map<String, Long> posts = simulator.calls().stream()
                .filter(call -> call.method().equals("POST"))
                .map(call -> RECIPIENT.matcher(call.body()))
                .filter(Matcher::find)
                .collect(Collectors.groupingBy(found -> found.group(1), Collectors.counting()));
        List<Sent> sent =
                trials.stream()
                        .collect(Collectors.groupingBy(trial -> trial.order().to()))
                        .entrySet()
                        .stream()
                        .map(same -> new Sent(
                                same.getValue(),
                                messages.getOrDefault(same.getKey(), List.of()),
                                posts.getOrDefault(same.getKey(), 0L)))
                        .sorted(Comparator.comparing(
                                same -> same.trials().get(0).step()))
                        .toList();
        return new Result(kills, sent, List.copyOf(failures));
    }

    /**
     * The keys whose SMS are alike: one, or a pair of twins.
     *
     * @param messages what the account has of them
     * @param posts how often one was posted
     */
    record Sent(List<Trial> trials, List<Message> messages, long posts) {

        int doubled() {
            return Math.max(0, messages.size() - trials.size());
        }

        int lost() {
            return Math.max(0, trials.size() - messages.size());
        }

        /** Whether every key was told of a message of its own, always of the same one, and what is right after its step. */
        boolean isToldRight() {
            Set<Long> told = new HashSet<>();
            return trials.stream().allMatch(trial -> trial.ids().size() == 1 && told.addAll(trial.ids()))
                    && trials.stream().allMatch(Trial::isLateAnswerRight)
                    && trials.stream().allMatch(trial -> trial.step().mayEnd(trial.lastAnswer()))
                    && told.equals(messages.stream().map(Message::id).collect(Collectors.toSet()));
        }
    }

    /** All of it. */
    record Result(int kills, List<Sent> sent, List<String> failures) {

        int keys() {
            return sent.stream().mapToInt(one -> one.trials().size()).sum();
        }

        int doubled() {
            return sent.stream().mapToInt(Sent::doubled).sum();
        }

        int lost() {
            return sent.stream().mapToInt(Sent::lost).sum();
        }

        /** How many went past their step. */
        long missed() {
            return sent.stream()
                    .flatMap(one -> one.trials().stream())
                    .filter(Trial::isMissed)
                    .count();
        }

        long toldWrong() {
            return sent.stream().filter(one -> !one.isToldRight()).count();
        }

        boolean isKept() {
            return doubled() == 0 && lost() == 0 && toldWrong() == 0 && failures.isEmpty();
        }

        /** By step, without those that went past it. */
        Map<Step, List<Sent>> bySteps(Function<Sent, Step> step) {
            return sent.stream()
                    .filter(one -> one.trials().stream().noneMatch(Trial::isMissed))
                    .collect(Collectors.groupingBy(step, TreeMap::new, Collectors.toList()));
        }
    }
}
