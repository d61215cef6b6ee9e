/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What a class says in the log, from now on until it is closed. */
final class LogLines extends AbstractAppender implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<LogEvent> withLevels = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LogLines(Logger logger) {
        super("log-lines", null, null, false, Property.EMPTY_ARRAY);
        this.logger = logger;
    }

    static LogLines of(Class<?> speaker) {
        return of(speaker.getName());
    }

    /** What all below a name say. */
    static LogLines of(String name) {
        LogLines lines = new LogLines((Logger) LogManager.getLogger(name));
        lines.start();
        lines.logger.addAppender(lines);
        return lines;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getMessage().getFormattedMessage());
        if (!event.getLoggerName().startsWith("com.cliqtel.camel.simulator")) {
            withLevels.add(event.toImmutable());
        }
    }

    /** The component's own, each behind its level. */
    List<String> all() {
        return withLevels.stream().map(LogLines::withLevel).toList();
    }

    /** Those of them that an operator reads by default. */
    List<String> fromInfoOn() {
        return withLevels.stream()
                .filter(event -> event.getLevel().isMoreSpecificThan(Level.INFO))
                .map(LogLines::withLevel)
                .toList();
    }

    private static String withLevel(LogEvent event) {
        return event.getLevel() + " " + event.getMessage().getFormattedMessage();
    }

    List<String> containing(String words) {
        return lines.stream().filter(line -> line.contains(words)).toList();
    }

    @Override
    public void close() {
        logger.removeAppender(this);
    }
}
