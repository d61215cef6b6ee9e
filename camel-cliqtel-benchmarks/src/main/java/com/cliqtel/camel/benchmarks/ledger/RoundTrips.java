/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Counts the round trips to a database, and can make each of them longer. Thread-safe. */
final class RoundTrips {

    // a pool's check of an idle connection is a round trip, too
    private static final Set<String> TRIPS = Set.of(
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "commit",
            "rollback",
            "isValid",
            "setTransactionIsolation");

    private final LongAdder count = new LongAdder();
    private volatile long delayNanos;

    /** Returns a data source that counts its statements, commits and rollbacks. */
    DataSource around(DataSource database) {
        return proxied(DataSource.class, database);
    }

    /** Sets the time that is added to each round trip from now on. */
    void delay(long nanos) {
        delayNanos = nanos;
    }

    long count() {
        return count.sum();
    }

    private <T> T proxied(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
        Object proxy = Proxy.newProxyInstance(RoundTrips.class.getClassLoader(), new Class<?>[] {type}, handler);
        return type.cast(proxy);
    }

    private Object call(Object target, Method method, Object... arguments) throws Throwable {
        if (TRIPS.contains(method.getName()) || beginsMariaDbTransaction(target, method, arguments)) {
            count.increment();
            if (delayNanos > 0) {
                LockSupport.parkNanos(delayNanos);
            }
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
        boolean opens = result instanceof Connection || result instanceof Statement;
        return opens && method.getReturnType().isInterface() ? proxied(method.getReturnType(), result) : result;
    }

    // MariaDB's driver sends a statement; PostgreSQL's sends BEGIN with the first statement of the transaction
    private static boolean beginsMariaDbTransaction(Object target, Method method, Object... arguments)
            throws SQLException {
        return method.getName().equals("setAutoCommit")
                && target.getClass().getName().startsWith("org.mariadb.")
                && ((Connection) target).getAutoCommit()
                        != Arrays.asList(arguments).contains(true);
    }
}
