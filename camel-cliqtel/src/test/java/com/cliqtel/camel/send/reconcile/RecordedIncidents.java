/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.ledger.LedgerException;

/** Records incidents in lists. */
final class RecordedIncidents implements SendIncidents {

    final List<LedgerException> notNoted = new CopyOnWriteArrayList<>();
    final List<Long> probable = new CopyOnWriteArrayList<>();
    final List<Long> others = new CopyOnWriteArrayList<>();

    @Override
    public void notNoted(LedgerException failure) {
        notNoted.add(failure);
    }

    @Override
    public void takenAsProbable(long id) {
        probable.add(id);
    }

    @Override
    public void answeredWithAnother(long id) {
        others.add(id);
    }
}
