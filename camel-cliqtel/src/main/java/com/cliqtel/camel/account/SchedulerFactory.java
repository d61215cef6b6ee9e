/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.concurrent.ScheduledExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;

/** Creates timers of one thread for any number of waits. Camel's default timers refuse more than a thousand. */
final class SchedulerFactory {

    private static final int WITHOUT_END = -1;

    private SchedulerFactory() {}

    /** Returns a timer. The context shuts it down at its end, if the caller hasn't done so before. */
    static ScheduledExecutorService open(CamelContext context, Object owner, String name) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(1);
        profile.setMaxQueueSize(WITHOUT_END);
        return context.getExecutorServiceManager().newScheduledThreadPool(owner, name, profile);
    }
}
