/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of an entry in a {@link Ledger}, and of the owner that takes it. Immutable and thread-safe.
 *
 * @param key the entry's key
 * @param owner the owner's token, which no other owner of the entry has
 */
public record Hold(String key, String owner) {

    /** @throws IllegalArgumentException if a value is null or isn't 1 to 64 visible ASCII characters */
    public Hold {
        EntryName.check(key, "key");
        EntryName.check(owner, "owner");
    }

    /** Returns a hold with a new owner token. */
    public static Hold of(String key) {
        return new Hold(key, newOwner());
    }

    /** Returns an owner token that no other one equals; not a secret. */
    public static String newOwner() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
