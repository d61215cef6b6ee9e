/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mends what Camel 4.18.0 does to the properties that a Pipe gives a Kamelet: it encodes them for a URI and never decodes
 * them. Only where a percent sign can mean nothing else; a secret is never touched.
 *
 * <p>Internal.
 */
public final class PipeText {

    private static final Set<String> WITHOUT_PERCENT_SIGNS = Set.of(
            "from", "to", "since", "startFrom", "statuses", "events", "allowedRecipients", "allowedCallbackHosts");
    private static final Set<String> ADDRESSES =
            Set.of("baseUrl", "statusCallbackUrl", "webhookExternalUrl", "webhookPath");
    private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");
    private static final Pattern ENCODED_FROM_THE_START =
            Pattern.compile("(?:https?%3A)?%2F.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PipeText() {}

    /** The value as the Pipe has it; one that is not encoded, or of another option, as it is. */
    public static Object mended(String option, Object value) {
        return value instanceof String text && isEncoded(option, text)
                ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                : value;
    }

    private static boolean isEncoded(String option, String text) {
        return ENCODED.matcher(text).matches()
                && (WITHOUT_PERCENT_SIGNS.contains(option)
                        || ADDRESSES.contains(option)
                                && ENCODED_FROM_THE_START.matcher(text).matches());
    }
}
