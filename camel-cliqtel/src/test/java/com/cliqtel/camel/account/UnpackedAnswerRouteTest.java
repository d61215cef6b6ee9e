/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer that a proxy has unpacked without a change of its headers. */
class UnpackedAnswerRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{\"id\":42}}", "\ufeff{\"data\":{\"id\":42}}"})
    void isReadThoughItsHeaderSaysGzip(String json) throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
            connection.request();
            connection.write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                    + "Connection: close\r\n\r\n" + json);
            connection.socket().close();
        })) {
            account.component().getConnection().setBaseUrl(server.baseUrl());
            Exchange sent = account.call("cliqtel:send?to=+31612345678", "canary text");
            assertThat(sent.getException()).isNull();
            assertThat(sent.getMessage().getHeader(CliqtelConstants.MESSAGE_ID)).isEqualTo(42L);
        }
    }
}
