/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import com.cliqtel.camel.ledger.JdbcLedgerOptions.TableCreation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JdbcLedgerOptionsTest {

    @Test
    void theDefaultsKeepAMonthInATableOfTheirOwn() {
        assertThat(JdbcLedgerOptions.DEFAULTS)
                .isEqualTo(new JdbcLedgerOptions("cliqtel_ledger", Duration.ofDays(30), TableCreation.IF_MISSING));
        assertThat(JdbcLedgerOptions.DEFAULTS
                        .withTable("s.t")
                        .withRetention(Duration.ofDays(1))
                        .withTableByHand())
                .isEqualTo(new JdbcLedgerOptions("s.t", Duration.ofDays(1), TableCreation.BY_HAND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "t;",
                "t--",
                "t t",
                "\"t\"",
                "1t",
                "a.b.c",
                ".t",
                "t.",
                "t'",
                "tä",
                "t\n",
                "a23456789_123456789_123456789_123456789_123456789_1"
            })
    void whatIsNoNameOfATableIsRefused(String table) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcLedgerOptions.DEFAULTS.withTable(table))
                .withMessageContaining("letters, digits and underscores");
    }

    @Test
    void whatIsNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> JdbcLedgerOptions.DEFAULTS.withTable(null));
        assertThatIllegalArgumentException().isThrownBy(() -> JdbcLedgerOptions.DEFAULTS.withRetention(null));
        assertThatIllegalArgumentException().isThrownBy(() -> new JdbcLedgerOptions("t", Duration.ofDays(1), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcLedger(null))
                .withMessageContaining("no data source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P3651D"})
    void whatIsNoRetentionIsRefused(String retention) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcLedgerOptions.DEFAULTS.withRetention(Duration.parse(retention)))
                .withMessageContaining("more than zero and at most PT87600H was expected");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theSqlFileMatchesTheCreatedTable(SqlDialect dialect) throws IOException {
        try (InputStream file = JdbcLedger.class.getResourceAsStream("cliqtel-ledger-" + dialect + ".sql")) {
            String statements = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
            assertThat(statements).isEqualTo(new LedgerSql(dialect, "cliqtel_ledger").script());
        }
    }

    static Stream<SqlDialect> dialects() {
        return SupportedDatabases.ALL.stream();
    }
}
