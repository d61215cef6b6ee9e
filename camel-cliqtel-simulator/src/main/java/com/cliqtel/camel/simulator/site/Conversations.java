/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.account.Message;

/** The messages of an account, grouped by the other party's number. */
final class Conversations {

    private Conversations() {}

    /** Those whose newest message is older than one, the most recently active first; a text is looked for in numbers and messages. */
    static Map<String, Object> page(List<Message> oldestFirst, SiteRequests.Part part, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Map<String, Long> counts = oldestFirst.stream()
                .filter(message -> matches(message, wanted))
                .collect(Collectors.groupingBy(SiteViews::phone, Collectors.counting()));
        Map<String, Message> last = new LinkedHashMap<>();
        for (int i = oldestFirst.size() - 1; i >= 0 && last.size() < counts.size(); i--) {
            Message message = oldestFirst.get(i);
            if (matches(message, wanted)) {
                last.putIfAbsent(SiteViews.phone(message), message);
            }
        }
        List<Message> older = last.values().stream()
                .filter(message -> message.id() < part.before())
                .toList();
        List<Message> shown = older.stream().limit(part.most()).toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("conversations", shown.stream().map(one -> view(one, counts)).toList());
        page.put(
                "next",
                shown.size() < older.size() ? shown.get(shown.size() - 1).id() : null);
        return page;
    }

    /** Messages with one party, or with all, newest first. */
    static Map<String, Object> messages(List<Message> oldestFirst, SiteRequests.Part part, String phone) {
        List<Message> older = oldestFirst.stream()
                .filter(message -> message.id() < part.before()
                        && (phone.isEmpty() || SiteViews.phone(message).equals(phone)))
                .toList();
        List<Message> shown = older.subList(Math.max(0, older.size() - part.most()), older.size());
        List<Map<String, Object>> views = shown.stream().map(SiteViews::message).collect(Collectors.toList());
        Collections.reverse(views);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("messages", views);
        page.put("next", shown.size() < older.size() ? shown.get(0).id() : null);
        return page;
    }

    private static boolean matches(Message message, String text) {
        return text.isEmpty()
                || SiteViews.phone(message).toLowerCase(Locale.ROOT).contains(text)
                || message.body().toLowerCase(Locale.ROOT).contains(text);
    }

    private static Map<String, Object> view(Message last, Map<String, Long> counts) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("phone", SiteViews.phone(last));
        view.put("messages", counts.get(SiteViews.phone(last)));
        view.put("last", SiteViews.message(last));
        return view;
    }
}
