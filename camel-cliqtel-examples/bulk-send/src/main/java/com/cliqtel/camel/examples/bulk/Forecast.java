/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.cliqtel.camel.model.Estimate;
import org.apache.camel.Exchange;

/** What a file would come to if it were sent: added up row by row. Thread-safe. */
final class Forecast {

    private static final int SHOWN = 5;

    private final Journal journal;
    private final Map<String, Long> countries = new TreeMap<>();
    private final Map<String, Long> encodings = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();
    private long rows;
    private long before;
    private long messages;
    private long segments;
    private long refused;

    Forecast(Journal journal) {
        this.journal = journal;
    }

    /** The row can be sent; its estimate is the body. */
    synchronized void counted(Exchange exchange) throws Exception {
        rows++;
        if (journal.of(ResultRecorder.row(exchange)).isPresent()) {
            before++;
            return;
        }
        Estimate estimate = exchange.getMessage().getBody(Estimate.class);
        messages++;
        segments += estimate.segments();
        encodings.merge(estimate.encoding().toString(), 1L, Long::sum);
        countries.merge(
                exchange.getMessage().getHeader(RowToSmsProcessor.REGION, "international", String.class),
                1L,
                Long::sum);
    }

    /** The row cannot be sent. */
    synchronized void refused(Exchange exchange) {
        rows++;
        refused++;
        if (refusals.size() < SHOWN) {
            refusals.add(ResultRecorder.row(exchange) + ": " + ResultRecorder.reason(exchange));
        }
    }

    synchronized long rows() {
        return rows;
    }

    /** How many were sent by an earlier run. */
    synchronized long before() {
        return before;
    }

    /** How many SMS it would be. */
    synchronized long messages() {
        return messages;
    }

    /** In lines, for people. */
    synchronized List<String> lines(CampaignSettings settings) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %,d rows".formatted(settings.file().getFileName(), rows));
        if (before > 0) {
            lines.add("  sent before  %,d".formatted(before));
        }
        lines.add("  to send      %,d SMS, %,d segments".formatted(messages, segments) + listed(encodings));
        lines.add("  numbers      " + counts(countries));
        lines.add("  cost         " + cost(settings.price()));
        lines.add("  time         %s at %,d a minute"
                .formatted(
                        Progress.time(settings.quota().timeFor(messages)),
                        settings.quota().perMinute()));
        if (refused > 0) {
            lines.add("  refused      %,d".formatted(refused));
            refusals.forEach(refusal -> lines.add("    " + refusal));
        }
        return lines;
    }

    private String cost(BigDecimal price) {
        return price == null
                ? "not known: the API tells no prices; --price says what a segment costs"
                : "%s, at %s a segment"
                        .formatted(price.multiply(BigDecimal.valueOf(segments)).toPlainString(), price.toPlainString());
    }

    private static String listed(Map<String, Long> counts) {
        return counts.isEmpty() ? "" : " (" + counts(counts) + ")";
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
