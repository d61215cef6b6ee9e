/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.cliqtel.camel.ledger.NamedAccount;
import com.cliqtel.camel.options.ConnectionOptions;
import com.cliqtel.camel.options.OptionChecks;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The settings for calls to one account: the options after defaults and checks. Two endpoints with equal settings share a
 * client.
 *
 * @param baseUrl the address of the API, without a slash at its end
 * @param apiKey the account's API key; valid as a header value
 * @param account the account's name
 * @param connectTimeout the longest time for a connection
 * @param requestTimeout the longest time of a whole attempt
 * @param sslContextParameters the TLS settings, or null
 * @param useGlobalSslContextParameters whether to use the context's
 * @param http the options of Camel HTTP, all of them checked
 */
public record ConnectionSettings(
        URI baseUrl,
        String apiKey,
        NamedAccount account,
        Duration connectTimeout,
        Duration requestTimeout,
        SSLContextParameters sslContextParameters,
        boolean useGlobalSslContextParameters,
        Map<String, Object> http) {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    public static ConnectionSettings of(ConnectionOptions options, boolean useGlobalSslContextParameters) {
        URI baseUrl = baseUrl(options);
        String apiKey = ApiKeys.required("apiKey", options.getApiKey());
        return new ConnectionSettings(
                baseUrl,
                apiKey,
                account(baseUrl, apiKey, chosenAccount(options)),
                OptionChecks.positive("connectTimeout", options.getConnectTimeout()),
                OptionChecks.positive("requestTimeout", options.getRequestTimeout()),
                options.getSslContextParameters(),
                useGlobalSslContextParameters,
                AllowedHttpOptions.allowed(options.getHttp()));
    }

    /**
     * Checks the options of the component, so that a wrong one fails its start and not the first message.
     *
     * @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed
     */
    public static void check(ConnectionOptions component) {
        if (component.getApiKey() != null && !component.getApiKey().isEmpty()) {
            ApiKeys.checked("apiKey", component.getApiKey());
        }
        OptionChecks.notQuoted("baseUrl", component.getBaseUrl());
        OptionChecks.duration("requestTimeout", component.getRequestTimeout());
        OptionChecks.duration("connectTimeout", component.getConnectTimeout());
    }

    private static NamedAccount account(URI baseUrl, String apiKey, String chosen) {
        if (chosen != null && chosen.contains(apiKey)) {
            throw new IllegalArgumentException(
                    "account contains the API key, which must not be stored or shown: choose a name");
        }
        String name = chosen == null ? ApiKeys.fingerprint(baseUrl + " " + apiKey) : chosen;
        return new NamedAccount(ApiKeys.fingerprint(baseUrl.toString()), name, chosen != null);
    }

    /**
     * Returns the name that the user chose; null for none.
     *
     * @throws IllegalArgumentException when it is not valid
     */
    public static String chosenAccount(ConnectionOptions options) {
        String account = options.getAccount();
        if (account != null && !ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException(
                    "account, of " + account.length()
                            + " characters, is not a valid name: 1 to 64 letters, digits, dots, underscores and hyphens were expected");
        }
        return account;
    }

    /**
     * Returns the address in one spelling. Addresses that differ only in case, default port or slashes are the same API.
     *
     * @throws IllegalArgumentException when it is not valid
     */
    public static URI baseUrl(ConnectionOptions options) {
        return UrlCheck.inOneSpelling(UrlCheck.checked("baseUrl", options.getBaseUrl(), options.getAllowPlainHttp()));
    }

    /** Returns the texts that no quotation of the server may show: the secrets of these settings, and others. */
    Set<String> secretsAnd(Set<String> others) {
        Set<String> secrets = new HashSet<>(others);
        secrets.add(apiKey);
        http.forEach((option, value) -> {
            if (option.toLowerCase(Locale.ROOT).endsWith("password") && value instanceof String password) {
                secrets.add(password);
            }
        });
        return secrets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionSettings that
                && baseUrl.equals(that.baseUrl)
                && apiKey.equals(that.apiKey)
                && account.equals(that.account)
                && connectTimeout.equals(that.connectTimeout)
                && requestTimeout.equals(that.requestTimeout)
                && sslContextParameters == that.sslContextParameters
                && useGlobalSslContextParameters == that.useGlobalSslContextParameters
                && http.equals(that.http);
    }

    @Override
    public int hashCode() {
        return Objects.hash(baseUrl, apiKey, requestTimeout);
    }

    /** The address only. */
    @Override
    public String toString() {
        return "ConnectionSettings[" + baseUrl + "]";
    }
}
