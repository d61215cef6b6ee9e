/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.simulator.Simulator;

/** Invented recipients, and an account on this machine that allows a hundred times the requests of a real one. */
final class Demonstration {

    private static final int ROWS = 5_000;
    private static final Quota QUOTA = new Quota(6_000, 100);
    private static final String TEXT = "Dear {name}, your parcel comes tomorrow between 9 and 12.";

    // a national number of each, without its last four digits
    private static final List<String> PHONES =
            List.of("NL,06 1234 ", "US,(662) 516-", "DE,0151 2345", "GB,07400 12", "FR,06 12 34 ", ",+32 470 12 ");
    private static final List<String> NAMES = List.of("Ada", "Björn", "Zoë", "Łucja", "Mehmet");

    private Demonstration() {}

    /** The order, of the recipients in a file in this folder; it is left as it is when it is there already. */
    static CampaignSettings in(Path folder, CampaignSettings settings) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("recipients.csv");
        if (Files.notExists(file)) {
            write(file, ROWS);
        }
        return new CampaignSettings(
                file, TEXT, null, new BigDecimal("0.008"), QUOTA, settings.againAfter(), settings.confirmed());
    }

    /** Invents so many recipients; one in a thousand has no number, and one another country than there is. */
    static void write(Path file, int rows) throws IOException {
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
            writer.println("country,phone,name");
            for (int i = 1; i <= rows; i++) {
                writer.println(phone(i) + "," + NAMES.get(i % NAMES.size()));
            }
        }
    }

    private static String phone(int i) {
        return switch (i % 1_000) {
            case 7 -> "NL,";
            case 8 -> "XX,06 1234 5678";
            default -> PHONES.get(i % PHONES.size()) + "%04d".formatted(i % 10_000);
        };
    }

    /** The account. Its messages are forgotten with this process, so their ids are others each time. */
    static Simulator account() {
        return Simulator.builder()
                .requestsPerMinute(QUOTA.requestsPerMinute())
                .messagesPerSecond(QUOTA.messagesPerSecond())
                .firstMessageId(System.currentTimeMillis())
                .deliveryTime(Duration.ofSeconds(1))
                .start();
    }
}
