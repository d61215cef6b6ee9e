/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Map;

/**
 * Connections to a MariaDB that tell version 10.4, which has no RETURNING. A ledger then uses the statements for MySQL, of which no
 * server is at hand.
 */
final class OldMariaDb {

    private static final Map<String, Integer> VERSION =
            Map.of("getDatabaseMajorVersion", 10, "getDatabaseMinorVersion", 4);

    private OldMariaDb() {}

    static Connection over(Connection real) {
        return proxy(Connection.class, real);
    }

    private static <T> T proxy(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                OldMariaDb.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (VERSION.containsKey(method.getName())) {
                        return VERSION.get(method.getName());
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof DatabaseMetaData database
                                ? OldMariaDb.proxy(DatabaseMetaData.class, database)
                                : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
