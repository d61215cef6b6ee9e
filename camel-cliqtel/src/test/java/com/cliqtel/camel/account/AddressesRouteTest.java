/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Addresses of the API and of webhooks: which hosts work, and what is said of those that don't. */
class AddressesRouteTest {

    private static final String LIST = "{\"data\":[],\"meta\":{\"total\":0}}";

    /** Over a proxy, since no resolver of a test machine knows these names. */
    @ParameterizedTest
    @CsvSource({
        "http://cliqtel_sim:8080/api/v1/sms, cliqtel_sim:8080",
        "http://_sim_/api, _sim_",
        "http://[fe80::1]:8080/api, [fe80::1]:8080",
        "http://münchen.example:8080/api, xn--mnchen-3ya.example:8080"
    })
    void theApiIsCalledAtAnyHost(String baseUrl, String host) throws Exception {
        try (FaultyServer proxy = FaultyServer.start(FaultyServer.answering(200, "application/json", LIST));
                DefaultCamelContext context = new DefaultCamelContext()) {
            CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
            component.getConnection().setBaseUrl(baseUrl);
            component.getConnection().setAllowPlainHttp(true);
            context.start();
            Exchange out = context.createFluentProducerTemplate()
                    .to("cliqtel:numbers?apiKey=canary-key&http.proxyHost=127.0.0.1&http.proxyPort=" + proxy.port())
                    .request(Exchange.class);
            assertThat(out.getException()).isNull();
            assertThat(proxy.requests().get(0)).startsWith("GET http://").contains("Host: " + host);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://cliqtel_sim:8080/api, plain http",
        "https://me:canary@my_host/api, user info",
        "https://my host/api, blank",
        "https://cliqtel.example/my api, blank",
        "https://my_host:canary/api, port",
        "https://my_host:70000/api, port",
        "https://cliqtel.example:70000/api, port",
        "https://cliqtel.example:0/api, port",
        "https://[::1/api, such as https",
        "https://-host-/api, such as https",
        "https://my~host/api, such as https",
        "https:///api, such as https",
        "https:cliqtel.example, such as https",
        "//cliqtel.example/api, https://",
    })
    void anAddressThatCannotBeCalledIsRefusedSayingWhy(String url, String why) {
        assertThatThrownBy(() -> UrlCheck.checked("baseUrl", url, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUrl")
                .hasMessageContaining(why)
                .hasMessageNotContaining("canary");
    }

    @Test
    void hostsThatNeedNoHelpAreKeptAsTheyAre() {
        URI url = UrlCheck.checked("baseUrl", " https://cliqtel.example/api/v1/sms/ ", false);
        assertThat(url).hasToString("https://cliqtel.example/api/v1/sms");
    }

    @Test
    void requestsReportsAtAHostWithNonAsciiLetters(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getSend().setStatusCallbackUrl("https://münchen.example/hook");
            assertThat(account.call("cliqtel:send?to=" + TestAccount.TO, "x").getException())
                    .isNull();
            assertThat(cliqtel.simulator().calls().get(0).body()).contains("https://xn--mnchen-3ya.example/hook");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop_app.example/hook, underscore",
        "https://shop app.example/hook, blank",
        "https://me:canary@shop.example/hook, user info",
        "https://shop.example:99999/hook, port",
        "https://[::1/hook, such as https",
        "ftp://shop.example/hook, https://"
    })
    void aCallbackAddressThatOthersCannotReachIsRefused(String url, String why, @SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getSend().setStatusCallbackUrl(url);
            assertThatThrownBy(() -> {
                        Exchange out = account.call("cliqtel:send?to=" + TestAccount.TO, "x");
                        throw out.getException();
                    })
                    .satisfies(thrown -> assertThat(stack(thrown)).contains(why).doesNotContain("canary"));
            assertThat(cliqtel.simulator().calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop_app:8080, underscore",
        "https://me:canary@shop.example, user info",
        "https://shop.example/my hooks, blank"
    })
    void anExternalUrlThatOthersCannotReachIsRefused(String url, String why, @SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getConnection().setAllowPlainHttp(true);
            account.component().getWebhook().setWebhookExternalUrl(url);
            assertThatThrownBy(() -> account.call("cliqtel:send?to=" + TestAccount.TO, "x"))
                    .satisfies(thrown -> assertThat(stack(thrown))
                            .contains("webhookExternalUrl", why)
                            .doesNotContain("canary"));
        }
    }

    private static String stack(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }
}
