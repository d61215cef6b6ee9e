/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.concurrent.Callable;

import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.Simulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The component on a class path without the optional Micrometer and without Camel's tracing. */
class WithoutTelemetryTest {

    /** Run in a class loader of its own, which has everything but those; says how many SMS there are. */
    public static final class Application implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            try (Simulator simulator =
                            Simulator.builder().apiKey(TestAccount.KEY).start();
                    TestAccount account = TestAccount.of(simulator)) {
                account.context().start();
                account.call("cliqtel:send?to=+31612345678", "canary");
                return account.simulator().messages().size();
            }
        }
    }

    @Test
    void sendsAnSms() throws Exception {
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(micrometer|prometheus|telemetry).*\\.jar"))
                .map(WithoutTelemetryTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader without = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(without);
            assertThatThrownBy(() -> without.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> without.loadClass("org.apache.camel.telemetry.Tracer"))
                    .isInstanceOf(ClassNotFoundException.class);
            Callable<?> application = (Callable<?>) without.loadClass(Application.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(application.call()).isEqualTo(1);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
