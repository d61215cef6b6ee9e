/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads every log line of the whole test run, our own at TRACE and all others at INFO, and fails the test after which
 * one shows a secret, a text, or, in our own, a full phone number. Tests use secrets and texts that contain "canary".
 */
public final class CanaryWatch implements BeforeAllCallback, AfterEachCallback {

    private static final List<String> SUNG = new CopyOnWriteArrayList<>();
    private static final Ear EAR = new Ear();

    static {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        EAR.start();
        ((Logger) LogManager.getRootLogger()).addAppender(EAR);
        context.updateLoggers();
    }

    /** How many lines were listened to: a watch that hears nothing proves nothing. */
    static long heard() {
        return EAR.heard;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // loading this class listens
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> sung = List.copyOf(SUNG);
        SUNG.clear();
        assertThat(sung).as("log lines that show what none may show").isEmpty();
    }

    static void listenTo(String line, boolean own) {
        if (line.contains("canary") || own && line.matches("(?s).*(31612345678|16625163513).*")) {
            SUNG.add(line);
        }
    }

    static List<String> sung() {
        List<String> sung = List.copyOf(SUNG);
        SUNG.clear();
        return sung;
    }

    private static final class Ear extends AbstractAppender {

        private volatile long heard;

        Ear() {
            super("canary-watch", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            boolean own = event.getLoggerName().startsWith("com.cliqtel.camel")
                    && !event.getLoggerName().startsWith("com.cliqtel.camel.simulator");
            if (own || event.getLevel().isMoreSpecificThan(Level.INFO)) {
                heard++;
                StringBuilder line = new StringBuilder(event.getMessage().getFormattedMessage());
                for (Throwable t = event.getThrown(); t != null; t = t.getCause()) {
                    line.append('\n').append(t);
                }
                listenTo(line.toString(), own);
            }
        }
    }
}
