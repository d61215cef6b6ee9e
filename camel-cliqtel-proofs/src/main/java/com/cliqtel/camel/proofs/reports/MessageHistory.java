/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.reports;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The statuses of one message, one second apart. One of them is not in the reference.
 *
 * @param id the message's id
 * @param statuses in order; the last one is the final status
 */
record MessageHistory(long id, List<String> statuses) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final OffsetDateTime BEGAN =
            OffsetDateTime.now(ZoneOffset.UTC).minusHours(1).truncatedTo(ChronoUnit.SECONDS);

    static MessageHistory of(long id) {
        return new MessageHistory(id, List.of("queued", "sent", "buffered", id % 3 == 0 ? "failed" : "delivered"));
    }

    String end() {
        return statuses.get(statuses.size() - 1);
    }

    /** The report of one of its statuses, as the reference's sample has it. */
    String report(int status) {
        String updated = BEGAN.plusSeconds(id % 60 + status).format(TIME);
        return "{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + id
                + ",\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"direction\":\"outbound\",\"status\":\""
                + statuses.get(status) + "\",\"segments\":1,\"cost\":0.008,\"currency\":\"EUR\",\"created_at\":\""
                + BEGAN.format(TIME) + "\",\"updated_at\":\"" + updated + "\"},\"timestamp\":\"" + updated + "\"}";
    }
}
