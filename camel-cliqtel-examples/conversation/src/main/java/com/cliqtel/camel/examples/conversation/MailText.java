/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.util.stream.Collectors;

/** The new text of a mail, above the quoted mail. */
final class MailText {

    private MailText() {}

    /** The lines above the first quoted one, and above the one that introduces it. */
    static String above(String mail) {
        return mail.lines()
                .takeWhile(
                        line -> !line.startsWith(">") && !line.startsWith("-- ") && !line.matches("On .* wrote:\\s*"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
