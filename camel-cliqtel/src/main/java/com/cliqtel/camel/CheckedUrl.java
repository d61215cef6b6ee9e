/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URI;
import java.util.regex.Pattern;

/** An address, checked: what is sent there are keys, phone numbers and people's messages. */
final class CheckedUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

    private CheckedUrl() {}

    /**
     * @param option whose value it is
     * @param allowPlainHttp whether plain http may leave this machine
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static URI checked(String option, String text, boolean allowPlainHttp) {
        URI url = parsed(option, text.trim());
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw wrong(option, "user info, a query or a fragment has no place in it");
        }
        if ("https".equalsIgnoreCase(url.getScheme())) {
            return url;
        }
        if (!"http".equalsIgnoreCase(url.getScheme())) {
            throw wrong(option, "it has to begin with https://");
        }
        if (!allowPlainHttp && !LOOPBACK.matcher(url.getHost()).matches()) {
            throw wrong(
                    option,
                    "plain http to another machine shows what is sent to everybody in between:"
                            + " write https://, or set allowPlainHttp=true where that is meant");
        }
        return url;
    }

    private static URI parsed(String option, String text) {
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below, without quoting it: it may hold a password
        }
        throw wrong(option, "it is no address, such as " + ConnectionSettings.DEFAULT_BASE_URL);
    }

    private static IllegalArgumentException wrong(String option, String why) {
        return new IllegalArgumentException(option + " cannot be used: " + why);
    }
}
