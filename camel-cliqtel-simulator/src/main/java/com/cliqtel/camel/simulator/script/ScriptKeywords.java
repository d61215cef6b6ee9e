/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.fault.Acceptance;
import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.limit.WindowKind;
import com.cliqtel.camel.simulator.webhook.SignedForm;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/** The keywords of fault scripts: field names by section, and values. */
final class ScriptKeywords {

    static final List<String> SCRIPT = List.of("seed", "faults", "webhooks", "clock-skew", "window", "lists");
    static final List<String> FAULT = List.of("name", "accepted", "sees");
    static final List<String> RULE = with(
            List.of("on", "method", "path", "to", "text", "text-hash", "where", "nth", "next", "for", "seed", "mix"),
            FAULT);
    static final List<String> SHARE = with(List.of("percent"), FAULT);
    static final List<String> ACCEPTED = List.of("late");
    static final List<String> RETRY = List.of("retry-after", "retry-at");
    static final List<String> BODY = List.of("html", "json", "error", "message", "body");
    static final List<String> SEES = with(
            List.of("slow", "after", "then", "too-many-requests", "status"),
            BODY,
            List.of("content-type", "headers"),
            RETRY);
    static final List<String> ERROR = List.of("code", "message");
    static final List<String> WEBHOOKS =
            List.of("seed", "late", "copies", "order", "forged", "signed", "repeats", "connections");
    static final List<String> LISTS = List.of("order", "since", "lag");
    static final List<String> LAG = List.of("seed", "least", "most", "late-share", "late");

    static final Map<String, CallMatch> ON = ordered("sends", CallMatch.SENDS, "calls", CallMatch.CALLS);
    static final Map<String, Acceptance> YES_NO = ordered(
            "no",
            new Acceptance.Never(),
            "yes",
            new Acceptance.First(),
            "false",
            new Acceptance.Never(),
            "true",
            new Acceptance.First());
    static final Map<String, Symptom> SYMPTOMS = symptoms();
    static final Map<String, WindowKind> WINDOWS = windows();
    static final Map<String, WebhookSettings.Order> WEBHOOK_ORDERS = constants(WebhookSettings.Order.values());
    static final Map<String, SignedForm> SIGNED = constants(SignedForm.values());
    static final Map<String, ListOrder> LIST_ORDERS = constants(ListOrder.values());
    static final Map<String, Since> SINCE = constants(Since.values());

    private ScriptKeywords() {}

    /** For the test that the documents have them all. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of(CallMatch.NONE));
        List.of(SCRIPT, RULE, SHARE, ACCEPTED, SEES, ERROR, WEBHOOKS, LISTS, LAG)
                .forEach(all::addAll);
        List.of(ON, YES_NO, SYMPTOMS, WINDOWS, WEBHOOK_ORDERS, SIGNED, LIST_ORDERS, SINCE)
                .forEach(words -> all.addAll(words.keySet()));
        return all;
    }

    /** The first word of those that mean a value. */
    static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(value))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Map<String, Symptom> symptoms() {
        Map<String, Symptom> symptoms = new LinkedHashMap<>();
        symptoms.put("reset", Symptom.reset());
        symptoms.put("early-reset", Symptom.earlyReset());
        symptoms.put("closed", Symptom.closed());
        symptoms.put("silence", Symptom.silence());
        symptoms.put("truncated", Symptom.truncated());
        symptoms.put("truncated-by-reset", Symptom.truncatedByReset());
        symptoms.put("without-id", Symptom.withoutId());
        symptoms.put("too-many-requests", Symptom.tooManyRequests());
        return symptoms;
    }

    private static Map<String, WindowKind> windows() {
        Map<String, WindowKind> windows = new LinkedHashMap<>(constants(WindowKind.values()));
        windows.put("fixed", WindowKind.FIRST_HIT);
        return windows;
    }

    private static <E extends Enum<E>> Map<String, E> constants(E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return words;
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> ordered(Object... wordsAndValues) {
        Map<String, T> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndValues.length; i += 2) {
            words.put((String) wordsAndValues[i], (T) wordsAndValues[i + 1]);
        }
        return words;
    }

    @SafeVarargs
    private static List<String> with(List<String>... lists) {
        return Arrays.stream(lists).flatMap(List::stream).toList();
    }
}
