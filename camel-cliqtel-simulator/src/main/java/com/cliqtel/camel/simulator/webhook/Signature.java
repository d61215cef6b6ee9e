/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a webhook carries (reference: Verifying webhook signatures). Immutable; its text form does not show the
 * secret.
 */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Signs with a secret.
     *
     * @param secret as text; its UTF-8 bytes are the key
     * @throws IllegalArgumentException when it is empty
     */
    public Signature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The value of {@code X-Cliqtel-Signature} for a body.
     *
     * @param body the bytes sent
     * @return 64 lower-case hex digits
     */
    public String of(byte[] body) {
        try {
            // a Mac is not safe for use by several threads
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
