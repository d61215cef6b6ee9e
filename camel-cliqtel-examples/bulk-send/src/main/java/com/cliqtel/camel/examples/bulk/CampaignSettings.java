/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of a campaign, read from the command line.
 *
 * @param file the recipients; null for the demonstration's
 * @param text what they get, with a column's name in braces where its value goes; null for the column {@code text}
 * @param region the ISO country of rows that name none; null for none: their numbers must be international
 * @param price what a segment costs, in whatever currency; null where that isn't known
 * @param quota what the account allows
 * @param againAfter how long to wait before rows are tried again that could not be sent yet
 * @param confirmed whether to send without a question
 */
record CampaignSettings(
        Path file, String text, String region, BigDecimal price, Quota quota, Duration againAfter, boolean confirmed) {

    /** Beside the file, with a further ending. */
    Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
