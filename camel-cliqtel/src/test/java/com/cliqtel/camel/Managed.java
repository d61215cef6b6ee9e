/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.CamelContext;

/** What JMX shows of a context, by type and a part of the name. */
record Managed(CamelContext context) {

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    Object attribute(String type, String like, String attribute) throws JMException {
        return BEANS.getAttribute(name(type, like), attribute);
    }

    Object invoke(String type, String like, String operation, long... arguments) throws JMException {
        Object[] given = new Object[arguments.length];
        String[] types = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            given[i] = arguments[i];
            types[i] = "long";
        }
        return BEANS.invoke(name(type, like), operation, given, types);
    }

    /** How many there are. */
    long count(String type, String like) throws JMException {
        return names(type, like).count();
    }

    private ObjectName name(String type, String like) throws JMException {
        return names(type, like).findFirst().orElseThrow();
    }

    private Stream<ObjectName> names(String type, String like) throws JMException {
        return BEANS
                .queryNames(
                        new ObjectName(
                                "org.apache.camel:context=" + context.getManagementName() + ",type=" + type + ",*"),
                        null)
                .stream()
                .filter(name -> name.toString().contains(like));
    }
}
