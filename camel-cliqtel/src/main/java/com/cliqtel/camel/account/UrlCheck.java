/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.options.ConnectionOptions;

/** Checks the addresses of the API and of webhooks, since keys, phone numbers and messages are sent there. */
public final class UrlCheck {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");
    // java.net.URI refuses a host with an underscore, as names of containers may have, or with letters beyond ASCII
    private static final Pattern ANY = Pattern.compile("(?i)(https?)://([^/?#@\\[\\]:]+)(?::([^/?#@]*))?([/?#].*)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int LAST_PORT = 65_535;

    private UrlCheck() {}

    /**
     * Returns the address without a slash at its end. Its host may have an underscore, as names of containers may.
     *
     * @param option the option's name, for messages
     * @param allowPlainHttp whether plain http to another machine is allowed
     * @throws IllegalArgumentException when it is not valid; the message doesn't quote it, since it may have a password
     */
    public static URI checked(String option, String text, boolean allowPlainHttp) {
        return named(option, () -> inBounds(text, allowPlainHttp));
    }

    /** Does the same for an address that Cliqtel calls. Its host must not have an underscore. */
    public static URI checkedFromOutside(String option, String text, boolean allowPlainHttp) {
        return named(option, () -> withoutUnderscore(inBounds(text, allowPlainHttp)));
    }

    private static URI named(String option, Supplier<URI> check) {
        try {
            return check.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(option + " cannot be used: " + wrong.getMessage());
        }
    }

    private static URI inBounds(String text, boolean allowPlainHttp) {
        String trimmed = text.trim();
        URI url = parsed(trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("it has a query or a fragment: leave it out");
        }
        if ("http".equalsIgnoreCase(url.getScheme())
                && !allowPlainHttp
                && !LOOPBACK.matcher(host(url)).matches()) {
            throw new IllegalArgumentException(
                    "plain http to another machine shows what is sent to every machine on the"
                            + " way: write https://, or set allowPlainHttp=true if you mean it");
        }
        return url;
    }

    /**
     * Returns the address in one spelling: scheme and host in lower case, without default port and superfluous dots and
     * slashes.
     */
    static URI inOneSpelling(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String usual = "https".equals(scheme) ? "443" : "80";
        String authority = url.getRawAuthority()
                .toLowerCase(Locale.ROOT)
                .replaceFirst(":(0*" + usual + ")?$", "")
                .replaceFirst("\\.(?=:\\d+$|$)", "");
        return URI.create(
                scheme + "://" + authority + url.normalize().getRawPath().replaceFirst("/+$", ""));
    }

    /**
     * Returns an http or https address with a host, in ASCII.
     *
     * @throws IllegalArgumentException when it is not valid; the message doesn't quote it
     */
    public static URI parsed(String text) {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("it has a blank");
        }
        URI url = read(text);
        if (url.getRawUserInfo() != null
                || url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("it has user info, such as a name and a password: leave it out");
        }
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("it has to begin with https://");
        }
        return url.getHost() == null ? withAnyHost(text) : URI.create(url.toASCIIString());
    }

    private static URI read(String text) {
        try {
            URI url = URI.create(text);
            if (url.getPort() == 0 || url.getPort() > LAST_PORT) {
                throw new IllegalArgumentException("its port is no number from 1 to " + LAST_PORT);
            }
            if (url.getRawAuthority() != null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            if (!(notAnAddress.getCause() instanceof URISyntaxException)) {
                throw notAnAddress;
            }
        }
        throw noAddress();
    }

    private static URI withAnyHost(String text) {
        Matcher parts = ANY.matcher(text);
        if (!parts.matches()) {
            throw noAddress();
        }
        String name = ascii(parts.group(2));
        String port = parts.group(3);
        if (port != null
                && !(PORT.matcher(port).matches()
                        && Integer.parseInt(port) > 0
                        && Integer.parseInt(port) <= LAST_PORT)) {
            throw new IllegalArgumentException("its port is no number from 1 to " + LAST_PORT);
        }
        String rest = parts.group(4) == null ? "" : parts.group(4);
        URI url = URI.create(parts.group(1) + "://" + name + (port == null ? "" : ":" + port) + rest);
        return URI.create(url.toASCIIString());
    }

    private static String ascii(String name) {
        try {
            String ascii = IDN.toASCII(name);
            if (NAME.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException noName) {
            // the exception below doesn't quote the address
        }
        throw noAddress();
    }

    private static IllegalArgumentException noAddress() {
        return new IllegalArgumentException("it is not an address, such as " + ConnectionOptions.DEFAULT_BASE_URL);
    }

    /**
     * Returns the address if other programs can call it. Many programs refuse a host with an underscore.
     *
     * @throws IllegalArgumentException when its host has an underscore
     */
    public static URI withoutUnderscore(URI url) {
        if (url.getHost() == null) {
            throw new IllegalArgumentException(
                    "its host has an underscore, which other programs refuse: use a name without"
                            + " one, such as a network alias of the container");
        }
        return url;
    }

    /** Returns the host of a parsed address, also if it has an underscore. */
    private static String host(URI url) {
        return url.getHost() != null ? url.getHost() : url.getRawAuthority().replaceFirst(":[0-9]*$", "");
    }
}
