/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.account.UrlCheck;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.InputSource;
import com.cliqtel.camel.exchange.InputValue;
import com.cliqtel.camel.exchange.Parameter;

/**
 * Decides where delivery reports go. They carry phone numbers, so an address that comes with an exchange is believed
 * only within bounds: from a header it is https and on an allowed host, by default the configured one's and this application's own;
 * from a body, which a route composes on purpose, it is https, and on an allowed host where hosts are named.
 */
public final class StatusCallbackPolicy {

    private static final Predicate<String> ANY = host -> true;

    private final Predicate<String> headerHosts;
    private final Predicate<String> bodyHosts;
    private final Supplier<Optional<URI>> own;

    private StatusCallbackPolicy(
            Predicate<String> headerHosts, Predicate<String> bodyHosts, Supplier<Optional<URI>> own) {
        this.headerHosts = headerHosts;
        this.bodyHosts = bodyHosts;
        this.own = own;
    }

    /**
     * @param allowed hosts separated by commas, or null
     * @param configured the configured address, or null
     * @param own the address of this application's own webhook consumer, if it has one; read for each SMS
     * @throws IllegalArgumentException when the configured address is none
     */
    static StatusCallbackPolicy allowing(String allowed, String configured, Supplier<Optional<URI>> own) {
        Optional<String> configuredHost = Optional.ofNullable(configured).map(text -> host(address(text)));
        if (allowed == null) {
            return new StatusCallbackPolicy(
                    host -> Stream.of(configuredHost, own.get().map(StatusCallbackPolicy::host))
                            .flatMap(Optional::stream)
                            .anyMatch(host::equals),
                    ANY,
                    own);
        }
        Set<String> hosts = Arrays.stream(allowed.split(","))
                .map(host -> host.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new StatusCallbackPolicy(hosts::contains, hosts::contains, own);
    }

    /** The address to use for one SMS, or null for none. */
    URI from(ExchangeInputs inputs, InputSource headers, InputSource body) {
        Optional<InputValue> header = headers.of(Parameter.STATUS_CALLBACK_URL);
        if (header.isPresent()) {
            return inputs.read(header.get(), given -> bounded(given, headerHosts));
        }
        Optional<InputValue> field = body.of(Parameter.STATUS_CALLBACK_URL);
        if (field.isPresent()) {
            return inputs.read(field.get(), given -> bounded(given, bodyHosts));
        }
        URI configured = inputs.read(Parameter.STATUS_CALLBACK_URL, given -> address(given.text()));
        return configured != null ? configured : own.get().orElse(null);
    }

    private static URI bounded(InputValue given, Predicate<String> hosts) {
        URI address = address(given.text());
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new IllegalArgumentException(
                    "the callback address is not https, which one from an exchange has to be");
        }
        if (!hosts.test(host(address))) {
            throw new IllegalArgumentException("the callback address is on the host " + host(address)
                    + ", which is not allowed: name it in the option allowedCallbackHosts");
        }
        return address;
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    private static URI address(String text) {
        try {
            return UrlCheck.withoutUnderscore(UrlCheck.parsed(text.trim()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("the callback address is not valid: " + wrong.getMessage()
                    + ". Write a whole address, such as https://example.com/cliqtel/webhook");
        }
    }
}
