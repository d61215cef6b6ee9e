/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Supplier;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The port that the API is at. */
public final class ApiServer implements AutoCloseable {

    private static final int THREADS = 64;
    // the default of 50 makes a client that opens a hundred connections at once wait a second for some of them
    private static final int BACKLOG = 1024;

    private final Server server;
    private final ServerConnector connector;
    private final String host;
    private final int port;

    /**
     * Opens the port.
     *
     * @param host the address to listen at
     * @param port 0 for any that is free
     * @param api what to ask at each call
     * @param site what there is beside it
     * @throws UncheckedIOException when the port cannot be opened
     */
    public ApiServer(String host, int port, Supplier<Api> api, Site site) {
        this.host = host;
        this.server = new Server(threads());
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        server.addConnector(connector);
        server.setHandler(new Handler.Sequence(
                new SiteHandler(site, new SiteAccessCheck(host)),
                new OpenApiHandler(this::baseUrl),
                new CallHandler(api)));
        server.setErrorHandler(new ErrorAnswers(api));
        server.setStopTimeout(0);
        start();
        this.port = connector.getLocalPort();
    }

    /**
     * The port it listens at.
     *
     * @return never 0; the same after it is closed
     */
    public int port() {
        return port;
    }

    /**
     * Returns true if only this machine can reach it.
     *
     * @return false when any other may
     */
    public boolean isLoopback() {
        InetAddress address = new InetSocketAddress(host, 0).getAddress();
        return address != null && address.isLoopbackAddress();
    }

    /**
     * What a client's base URL has to be.
     *
     * @return such as {@code http://127.0.0.1:8089/api/v1/sms}
     */
    public URI baseUrl() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + port() + Route.BASE_PATH);
    }

    /**
     * The connections that are open, idle ones among them.
     *
     * @return 0 or more
     */
    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** Closes the port and every connection, at once. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulator could not be stopped", e);
        }
    }

    private void start() {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("The simulator cannot listen at " + host + ": " + e.getMessage(), e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The simulator cannot start", e);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("cliqtel-simulator");
        threads.setDaemon(true);
        return threads;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // the account's time is not always the machine's
        configuration.setSendDateHeader(false);
        return configuration;
    }
}
