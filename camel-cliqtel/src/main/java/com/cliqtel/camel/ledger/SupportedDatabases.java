/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** The databases that a ledger can use, and their dialects. */
final class SupportedDatabases {

    /** Each dialect with the databases that it is for; the first one that fits is used. */
    private static final List<Choice> CHOICES = List.of(
            new Choice("H2"::equals, new H2Dialect()),
            new Choice("PostgreSQL"::equals, new PostgreSqlDialect()),
            new Choice(product -> product.startsWith("MariaDB "), new MariaDbDialect()),
            new Choice("MySQL"::equals, new MySqlDialect()));

    /** All dialects. */
    static final List<SqlDialect> ALL = CHOICES.stream().map(Choice::dialect).toList();

    private SupportedDatabases() {}

    private record Choice(Predicate<String> product, SqlDialect dialect) {}

    /** @throws UnusableDatabaseException when the database isn't supported */
    static SqlDialect dialect(Connection connection) throws SQLException {
        String product = product(connection.getMetaData());
        return CHOICES.stream()
                .filter(choice -> choice.product().test(product))
                .findFirst()
                .map(Choice::dialect)
                .orElseThrow(() -> new UnusableDatabaseException(
                        "The database " + product
                                + " can't be used as a ledger: H2, PostgreSQL, MariaDB and MySQL are supported",
                        null));
    }

    // MySQL's driver calls a MariaDB "MySQL"; before 10.5, MariaDB has no RETURNING, as MySQL
    private static String product(DatabaseMetaData database) throws SQLException {
        String name = database.getDatabaseProductName();
        boolean mariaDb =
                name.equals("MariaDB") || database.getDatabaseProductVersion().contains("MariaDB");
        boolean returning = database.getDatabaseMajorVersion() > 10
                || database.getDatabaseMajorVersion() == 10 && database.getDatabaseMinorVersion() >= 5;
        return mariaDb ? returning ? "MariaDB with RETURNING" : "MySQL" : name;
    }
}
