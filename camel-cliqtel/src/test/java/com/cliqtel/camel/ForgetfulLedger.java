/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

/** A ledger to which nothing ever happened, for tests that post the same again and want it routed again. */
class ForgetfulLedger extends ForwardingLedger {

    @Override
    public void done(String key, String record) {
        release(key);
    }
}
