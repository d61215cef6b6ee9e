/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import com.cliqtel.camel.simulator.fault.ClientChannel.Ending;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A pending response of Jetty. */
final class JettyPendingResponse implements PendingResponse {

    private final Connection connection;
    private final Response response;
    private final Callback callback;

    JettyPendingResponse(Request request, Response response, Callback callback) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        this.connection = new Connection(endPoint, callback);
        this.response = response;
        this.callback = callback;
    }

    @Override
    public void allowLongWait() {
        connection.keepOpen();
    }

    @Override
    public void answer(Answer answer) {
        connection.keepOpenAsUsual();
        write(answer, response, callback);
    }

    @Override
    public void cutOff(Answer answer, Ending ending) {
        byte[] whole = answer.body().getBytes(StandardCharsets.UTF_8);
        head(answer, response);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.length);
        Runnable ended = () -> connection.end(ending);
        response.write(false, ByteBuffer.wrap(whole, 0, whole.length / 2), Callback.from(ended));
    }

    @Override
    public void end(Ending ending) {
        connection.end(ending);
    }

    @Override
    public void neverAnswer() {
        connection.awaitDisconnect();
    }

    static void write(Answer answer, Response response, Callback callback) {
        head(answer, response);
        response.write(true, ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static void head(Answer answer, Response response) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    }
}
