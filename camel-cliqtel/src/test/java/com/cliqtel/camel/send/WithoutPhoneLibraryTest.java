/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.Simulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The component on a class path without the optional libphonenumber. */
class WithoutPhoneLibraryTest {

    /** Run in a class loader of its own, which has everything but the library. */
    public static final class Application implements Runnable {
        @Override
        public void run() {
            try (Simulator simulator =
                            Simulator.builder().apiKey(TestAccount.KEY).start();
                    TestAccount account = TestAccount.of(simulator)) {
                account.context().start();
                account.call("cliqtel:send?to=+31612345678", "canary");
                if (account.simulator().messages().size() != 1) {
                    throw new AssertionError("a send without a region needs no library");
                }
                account.context().getEndpoint("cliqtel:send?defaultRegion=NL");
            } catch (RuntimeException expected) {
                throw expected;
            } catch (Exception unexpected) {
                throw new AssertionError(unexpected);
            }
        }
    }

    @Test
    void aDefaultRegionIsRefusedAtCreationNamingTheArtifact() throws Exception {
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("libphonenumber"))
                .map(WithoutPhoneLibraryTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader without = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(without);
            Runnable application = (Runnable) without.loadClass(Application.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThatThrownBy(application::run)
                    .hasMessageContaining("com.googlecode.libphonenumber:libphonenumber")
                    .hasMessageContaining("defaultRegion");
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
