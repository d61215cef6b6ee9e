/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;

import com.cliqtel.camel.simulator.fault.ClientChannel.Ending;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.Callback;

/** The TCP connection under a call, as far as HTTP does not show it. */
final class Connection {

    private static final long NO_TIMEOUT = 0;

    private final EndPoint endPoint;
    private final Callback callback;
    private final long usualIdleTimeout;
    private final Map<Ending, Runnable> endings = Map.of(Ending.CLOSE, this::close, Ending.RESET, this::reset);

    /** The callback is the call's: it is called when the connection ends. */
    Connection(EndPoint endPoint, Callback callback) {
        this.endPoint = endPoint;
        this.callback = callback;
        this.usualIdleTimeout = endPoint.getIdleTimeout();
    }

    void keepOpen() {
        endPoint.setIdleTimeout(NO_TIMEOUT);
    }

    void keepOpenAsUsual() {
        endPoint.setIdleTimeout(usualIdleTimeout);
    }

    void end(Ending ending) {
        endings.get(ending).run();
    }

    /** Continues to read, because only a read notices that the client has closed the connection. */
    void awaitDisconnect() {
        keepOpen();
        endPoint.fillInterested(new Callback() {
            @Override
            public void succeeded() {
                readOn();
            }

            @Override
            public void failed(Throwable gone) {
                close();
            }
        });
    }

    private void readOn() {
        try {
            if (endPoint.fill(ByteBuffer.allocate(1024).limit(0)) < 0) {
                close();
            } else {
                awaitDisconnect();
            }
        } catch (IOException gone) {
            close();
        }
    }

    private void reset() {
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            try {
                // a socket that does not linger throws away what is left to send, and says RST instead of FIN
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException gone) {
                // then the other side has ended it already
            }
        }
        close();
    }

    private void close() {
        endPoint.close();
        callback.failed(new Ended());
    }

    /** Marks a call that was ended on purpose, which is not logged. */
    static final class Ended extends EofException {

        private static final long serialVersionUID = 1L;

        Ended() {
            super("The connection was ended as asked for");
        }
    }
}
