/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;

/** A connection or statement of a database that commits, and cannot write when it is told to. */
record FullDiskConnection(Object real) implements InvocationHandler {

    static Connection under(Connection real) {
        return (Connection) of(Connection.class, real);
    }

    private static Object of(Class<?> type, Object real) {
        return Proxy.newProxyInstance(
                FullDiskConnection.class.getClassLoader(), new Class<?>[] {type}, new FullDiskConnection(real));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("execute") && arguments[0].equals("CHECKPOINT SYNC")) {
            // with a state after which a call is repeated
            throw new SQLTransactionRollbackException("the disk is full", "40001");
        }
        try {
            Object result = method.invoke(real, arguments);
            return method.getName().equals("createStatement") ? of(Statement.class, result) : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
