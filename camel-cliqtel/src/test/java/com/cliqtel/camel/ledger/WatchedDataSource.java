/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Gives connections of a database and watches their statements. */
final class WatchedDataSource {

    private WatchedDataSource() {}

    /** Runs after each executed statement, before its caller has the result. */
    @FunctionalInterface
    interface Watch {
        void executed() throws SQLException;
    }

    static DataSource of(DataSource database, Watch watch) {
        return new PreparedDataSource(database, connection -> proxy(Connection.class, connection, watch));
    }

    private static <T> T proxy(Class<T> type, T real, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                WatchedDataSource.class.getClassLoader(), new Class<?>[] {type}, new Handler(real, watch)));
    }

    private record Handler(Object real, Watch watch) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
            if (method.getName().startsWith("execute")) {
                watch.executed();
            }
            return switch (method.getName()) {
                case "prepareStatement" ->
                    WatchedDataSource.proxy(PreparedStatement.class, (PreparedStatement) result, watch);
                case "createStatement" -> WatchedDataSource.proxy(Statement.class, (Statement) result, watch);
                default -> result;
            };
        }
    }
}
