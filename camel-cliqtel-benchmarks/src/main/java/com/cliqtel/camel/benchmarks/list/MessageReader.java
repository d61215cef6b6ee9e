/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.util.PrimitiveIterator;

/** A way to read all messages of an account. */
interface MessageReader extends AutoCloseable {

    /** The ids of all messages, asked for page by page as they are read. */
    PrimitiveIterator.OfLong ids();

    @Override
    void close();
}
