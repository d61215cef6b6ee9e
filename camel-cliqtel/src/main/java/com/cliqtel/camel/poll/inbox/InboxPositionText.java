/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import com.cliqtel.camel.poll.inbox.InboxPosition.Delivered;

/**
 * A position as the text that a ledger keeps: {@code 1 start cursor scan}, then a word for each message told, in the order of their
 * ids: the id and the second it was made, each as the difference from the one before in base 36, and the state.
 */
final class InboxPositionText {

    private static final String VERSION = "1";
    private static final String NONE = "-";
    private static final int BASE = 36;
    private static final int HEAD = 4;
    private static final int PARTS = 3;

    private InboxPositionText() {}

    static String write(InboxPosition position) {
        StringBuilder text = new StringBuilder(32 + 12 * position.delivered().size())
                .append(VERSION)
                .append(' ')
                .append(position.start().map(Instant::toString).orElse(NONE))
                .append(' ')
                .append(position.cursor().map(Instant::toString).orElse(NONE))
                .append(' ')
                .append(position.deepScanned().map(Instant::toString).orElse(NONE));
        long id = 0;
        long second = 0;
        for (Map.Entry<Long, Delivered> entry : new TreeMap<>(position.delivered()).entrySet()) {
            Delivered delivered = entry.getValue();
            text.append(' ')
                    .append(Long.toString(entry.getKey() - id, BASE))
                    .append(':')
                    .append(Long.toString(delivered.second() - second, BASE));
            if (!delivered.state().isEmpty()) {
                text.append(':').append(URLEncoder.encode(delivered.state(), StandardCharsets.UTF_8));
            }
            id = entry.getKey();
            second = delivered.second();
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when it is not such a text */
    static InboxPosition read(String text) {
        try {
            String[] words = text.split(" ");
            if (words.length < HEAD || !words[0].equals(VERSION)) {
                throw new IllegalArgumentException("it does not begin as a position does");
            }
            Map<Long, Delivered> delivered = new HashMap<>();
            long id = 0;
            long second = 0;
            for (int i = HEAD; i < words.length; i++) {
                String[] parts = words[i].split(":", PARTS);
                id += Long.parseLong(parts[0], BASE);
                second += Long.parseLong(parts[1], BASE);
                String state = parts.length < PARTS ? "" : URLDecoder.decode(parts[2], StandardCharsets.UTF_8);
                delivered.put(id, new Delivered(second, state));
            }
            return new InboxPosition(time(words[1]), time(words[2]), time(words[3]), delivered);
        } catch (DateTimeException | IndexOutOfBoundsException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage());
        }
    }

    private static Instant time(String word) {
        return word.equals(NONE) ? null : Instant.parse(word);
    }
}
