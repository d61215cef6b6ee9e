/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import com.cliqtel.camel.ledger.Claim.State;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each mode of H2 either works as a ledger or is refused at the start by its name. */
class H2ModesTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private static JdbcDataSource database(String settings) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
        return database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";MODE=STRICT",
                ";MODE=LEGACY",
                ";MODE=DB2",
                ";MODE=HSQLDB",
                ";MODE=MariaDB",
                ";MODE=MySQL",
                ";MODE=PostgreSQL",
                ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            })
    void worksAsALedger(String settings) {
        Ledger ledger = new JdbcLedger(database(settings));
        Hold seen = Hold.of("seen");
        assertThat(ledger.take(seen, Duration.ZERO, "", null)).isEqualTo(Claim.NEW);
        assertThat(ledger.take(Hold.of("seen"), Duration.ZERO, "r", null)).isEqualTo(new Claim(State.RESUMED, ""));
        assertThat(ledger.close(seen, "", "m")).isEqualTo(Closing.LOST);
        Hold other = Hold.of("SEEN");
        assertThat(ledger.take(other, LONG, "r", "like")).isEqualTo(Claim.NEW);
        assertThat(ledger.take(Hold.of("SEEN"), LONG).state()).isEqualTo(State.BUSY);
        assertThat(ledger.close(other, "", "m")).isEqualTo(Closing.CLOSED);
        assertThat(ledger.take(Hold.of("SEEN"), LONG)).isEqualTo(new Claim(State.CLOSED, ""));
        assertThat(ledger.own("once", "m")).isFalse();
        ledger.position("p", "");
        assertThat(ledger.position("p")).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";MODE=Oracle",
                ";MODE=Derby",
                ";MODE=MSSQLServer",
                ";IGNORECASE=TRUE",
                ";MODE=MySQL;IGNORECASE=TRUE"
            })
    void isRefusedByName(String settings) {
        String mode = settings.contains("MODE=") ? settings.split("[=;]")[2] : "REGULAR";
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> new JdbcLedger(database(settings)).position("p"))
                .satisfies(refused -> assertThat(refused.getMessage().toLowerCase(Locale.ROOT))
                        .contains("h2 in mode=" + mode.toLowerCase(Locale.ROOT)));
    }
}
