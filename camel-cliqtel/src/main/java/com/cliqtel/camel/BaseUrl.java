/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URI;
import java.util.regex.Pattern;

/** The address of the API, checked: what is sent there is a key and people's messages. */
final class BaseUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

    private BaseUrl() {}

    /**
     * @param allowPlainHttp whether plain http may leave this machine
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static URI checked(String text, boolean allowPlainHttp) {
        URI url = parsed(text.trim());
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw wrong("user info, a query or a fragment has no place in it");
        }
        if ("https".equalsIgnoreCase(url.getScheme())) {
            return url;
        }
        if (!"http".equalsIgnoreCase(url.getScheme())) {
            throw wrong("it has to begin with https://");
        }
        if (!allowPlainHttp && !LOOPBACK.matcher(url.getHost()).matches()) {
            throw wrong("plain http to another machine shows the API key to everybody in between:"
                    + " write https://, or set allowPlainHttp=true where that is meant");
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below, without quoting it: it may hold a password
        }
        throw wrong("it is no address; the usual one is " + ConnectionSettings.DEFAULT_BASE_URL);
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("baseUrl cannot be used: " + why);
    }
}
