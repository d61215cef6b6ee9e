/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.http.EventFeed;
import com.cliqtel.camel.simulator.json.SiteJson;

/**
 * Reads new events from the buffer as server-sent events. Of several changes of one object it sends the last, then the account.
 */
final class EventBufferReader implements EventFeed.Reader {

    private static final String RESET = "event: reset\ndata: {}\n\n";

    private final EventBuffer events;
    private final Runnable awake;
    private final Supplier<Map<String, Object>> account;
    private long seen;

    EventBufferReader(EventBuffer events, String lastSeen, Runnable awake, Supplier<Map<String, Object>> account) {
        this.events = events;
        this.awake = awake;
        this.account = account;
        events.follow(awake);
        // a reader who comes with something we never said has to begin anew
        this.seen = lastSeen == null
                ? events.number()
                : lastSeen.matches("[0-9]{1,18}") ? Long.parseLong(lastSeen) : Long.MAX_VALUE;
    }

    @Override
    public String next() {
        List<EventBuffer.Event> news = events.after(seen);
        if (news == null) {
            seen = events.number();
            return "id: " + seen + "\n" + RESET;
        }
        if (news.isEmpty()) {
            return "";
        }
        Map<Object, EventBuffer.Event> last = new LinkedHashMap<>();
        news.forEach(one -> {
            // taken out first, so that it stands where it happened last
            last.remove(one.subject());
            last.put(one.subject(), one);
        });
        StringBuilder events = new StringBuilder();
        last.values().forEach(one -> events.append(event(one.type(), one.view().get())));
        seen = news.get(news.size() - 1).number();
        return events.append("id: ")
                .append(seen)
                .append('\n')
                .append(event("account", account.get()))
                .toString();
    }

    @Override
    public void close() {
        events.leave(awake);
    }

    private static String event(String type, Map<String, Object> data) {
        return "event: " + type + "\ndata: " + SiteJson.write(data) + "\n\n";
    }
}
