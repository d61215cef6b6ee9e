/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says whether bytes were signed with one of our secrets: HMAC-SHA256 over the bytes, in hexadecimal (the reference's
 * section "Verifying webhook signatures").
 *
 * <p>Immutable and thread-safe. Every secret is tried on every signature, whatever matched before, so that the time
 * taken tells nothing of what matched.
 */
public final class SignatureVerifier {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /**
     * Takes the secrets to try.
     *
     * @param secrets one, or two while it is being replaced: the current and the previous; used as they are, in UTF-8
     * @throws IllegalArgumentException when there is none, or one of them is null or blank
     */
    public SignatureVerifier(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("no webhook secret: the one that Cliqtel signs webhooks with is needed");
        }
        this.keys = secrets.stream().map(SignatureVerifier::key).toList();
    }

    /**
     * Whether one of the signatures is right.
     *
     * @param content the bytes signed
     * @param signatureHeaderValues the values of {@code X-Cliqtel-Signature}, not null: each 64 hexadecimal digits of
     *     either case, optionally after {@code sha256=}, or several of these separated by commas; values of another
     *     form match nothing; more than four values match nothing
     */
    public boolean signed(byte[] content, List<String> signatureHeaderValues) {
        return signed(content, new SignatureHeader(signatureHeaderValues));
    }

    boolean signed(byte[] content, SignatureHeader signatures) {
        if (signatures.none()) {
            return false;
        }
        boolean signed = false;
        for (SecretKeySpec key : keys) {
            signed |= signatures.include(hmac(content, key));
        }
        return signed;
    }

    /**
     * Signs as Cliqtel does, for tests of one's own.
     *
     * @return 64 hexadecimal digits, lower case
     * @throws IllegalArgumentException when the secret is null or blank
     */
    public static String sign(byte[] content, String secret) {
        return HexFormat.of().formatHex(hmac(content, key(secret)));
    }

    private static SecretKeySpec key(String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException(
                    "an empty webhook secret: give the one that Cliqtel signs webhooks with, or leave it out");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    // a new Mac each time: it has state, and webhooks arrive side by side
    static byte[] hmac(byte[] content, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException notInThisJava) {
            throw new IllegalStateException("this Java cannot compute " + ALGORITHM, notInThisJava);
        }
    }

    /** How many secrets, none of them. */
    @Override
    public String toString() {
        return "SignatureVerifier[" + ALGORITHM + ", secrets=" + keys.size() + "]";
    }
}
