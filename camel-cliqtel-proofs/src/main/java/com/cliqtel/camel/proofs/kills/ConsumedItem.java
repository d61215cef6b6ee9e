/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import com.cliqtel.camel.simulator.Simulator;

/**
 * A report or an inbound message.
 *
 * @param kind which of them
 * @param id the id of the message
 * @param report the report's JSON; empty for an inbound message
 */
record ConsumedItem(ConsumedKind kind, long id, String report) {

    static ConsumedItem of(ConsumedKind kind, int number, Simulator simulator) {
        if (kind == ConsumedKind.INBOUND) {
            return new ConsumedItem(
                    kind,
                    simulator
                            .receive("+31687654321", SendingProcess.FROM, "text " + number)
                            .id(),
                    "");
        }
        String report = "{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + number
                + ",\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"direction\":\"outbound\",\"status\":\"delivered\","
                + "\"segments\":1,\"cost\":0.008,\"currency\":\"EUR\",\"created_at\":\"2026-04-03T10:15:30+00:00\","
                + "\"updated_at\":\"2026-04-03T10:15:31+00:00\"},\"timestamp\":\""
                + OffsetDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                + "\"}";
        return new ConsumedItem(kind, number, report);
    }
}
