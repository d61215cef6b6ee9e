/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.http.EventFeed;
import com.cliqtel.camel.simulator.json.SiteJson;

/** Somebody who follows a feed: writes what is new as server-sent events, what changed twice once, and the account after it. */
final class FeedReader implements EventFeed.Reader {

    private static final String RESET = "event: reset\ndata: {}\n\n";

    private final Feed feed;
    private final Runnable awake;
    private final Supplier<Map<String, Object>> account;
    private long seen;

    FeedReader(Feed feed, String lastSeen, Runnable awake, Supplier<Map<String, Object>> account) {
        this.feed = feed;
        this.awake = awake;
        this.account = account;
        feed.follow(awake);
        // a reader who comes with something we never said has to begin anew
        this.seen = lastSeen == null
                ? feed.number()
                : lastSeen.matches("[0-9]{1,18}") ? Long.parseLong(lastSeen) : Long.MAX_VALUE;
    }

    @Override
    public String next() {
        List<Feed.Happening> news = feed.after(seen);
        if (news == null) {
            seen = feed.number();
            return "id: " + seen + "\n" + RESET;
        }
        if (news.isEmpty()) {
            return "";
        }
        Map<Object, Feed.Happening> last = new LinkedHashMap<>();
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
        feed.leave(awake);
    }

    private static String event(String type, Map<String, Object> data) {
        return "event: " + type + "\ndata: " + SiteJson.write(data) + "\n\n";
    }
}
