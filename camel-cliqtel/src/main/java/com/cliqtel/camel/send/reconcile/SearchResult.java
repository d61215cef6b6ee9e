/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.SearchEnd;

/** What a search for an SMS has come to. */
sealed interface SearchResult {

    /** Returns the result as observers get it. */
    SearchEnd result();

    /** There it is, and it has been claimed. */
    record Found(Sms sms) implements SearchResult {
        @Override
        public SearchEnd result() {
            return SearchEnd.FOUND;
        }
    }

    /** The last look showed that it isn't there. */
    record NotFound() implements SearchResult {
        @Override
        public SearchEnd result() {
            return SearchEnd.NOT_FOUND;
        }
    }

    /**
     * The last look showed a message that may be this SMS or another one. Another send is about to decide, the ledger doesn't
     * say to which send the message belongs, or the server may have changed this SMS into the shown form.
     */
    record Contested() implements SearchResult {
        @Override
        public SearchEnd result() {
            return SearchEnd.CONTESTED;
        }
    }

    /** Another node has the SMS by now. */
    record Lost() implements SearchResult {
        @Override
        public SearchEnd result() {
            return SearchEnd.CONTESTED;
        }
    }

    /** The last look failed, so nothing is known. */
    record NotSeen(Throwable why) implements SearchResult {
        @Override
        public SearchEnd result() {
            return SearchEnd.NOT_SEEN;
        }
    }
}
