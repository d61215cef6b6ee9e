/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Searched;

/** What a search for an SMS has come to. */
sealed interface Finding {

    /** The same for those who watch. */
    Searched result();

    /** There it is, and it has been claimed. */
    record Found(Sms sms) implements Finding {
        @Override
        public Searched result() {
            return Searched.FOUND;
        }
    }

    /** The last look showed that it isn't there. */
    record NotFound() implements Finding {
        @Override
        public Searched result() {
            return Searched.NOT_FOUND;
        }
    }

    /**
     * The last look showed a message that may be this SMS or another one. Another send is about to decide, the ledger doesn't
     * say to which send the message belongs, or the server may have changed this SMS into the shown form.
     */
    record Contested() implements Finding {
        @Override
        public Searched result() {
            return Searched.CONTESTED;
        }
    }

    /** The last look failed, so nothing is known. */
    record NotSeen(Throwable why) implements Finding {
        @Override
        public Searched result() {
            return Searched.NOT_SEEN;
        }
    }
}
