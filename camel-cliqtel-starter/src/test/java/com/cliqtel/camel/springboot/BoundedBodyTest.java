/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedBodyTest {

    private static final byte[] CAME = "0123456789".getBytes();

    /** A body that has all come. */
    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes = new ByteArrayInputStream(CAME);

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("nobody listens here");
        }
    }

    @ParameterizedTest(name = "{0} of 10, {1} at a time")
    @CsvSource({"0,1", "0,3", "1,1", "4,3", "9,3", "10,3", "10,20", "11,3", "11,20", "4,0", "10,0", "20,0"})
    void endsAtTheLimitForEachReadMethod(int limit, int atATime) throws IOException {
        Body came = new Body();
        BoundedBody bounded = new BoundedBody(came, limit);
        assertThat(read(bounded, atATime)).isEqualTo(Arrays.copyOf(CAME, Math.min(limit, CAME.length)));
        assertThat(bounded.read()).isEqualTo(-1);
        assertThat(bounded.isFinished()).isTrue();
        assertThat(came.available()).isEqualTo(Math.max(CAME.length - limit, 0));
    }

    /** @param atATime 0 for single bytes */
    private static byte[] read(BoundedBody body, int atATime) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        if (atATime == 0) {
            for (int next = body.read(); next >= 0; next = body.read()) {
                read.write(next);
            }
            return read.toByteArray();
        }
        byte[] some = new byte[atATime];
        for (int count = body.read(some); count >= 0; count = body.read(some)) {
            read.write(some, 0, count);
        }
        return read.toByteArray();
    }

    @Test
    void availableNeverExceedsTheLimit() throws IOException {
        BoundedBody bounded = new BoundedBody(new Body(), 4);
        assertThat(bounded.available()).isEqualTo(4);
        assertThat(bounded.skip(3)).isEqualTo(3);
        assertThat(bounded.available()).isEqualTo(1);
        assertThat(bounded.isFinished()).isFalse();
    }
}
