/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletionException;

import com.cliqtel.camel.client.EndlessListGuard;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.Page;

/**
 * The messages of a list. Each page is requested when it is read. The iterator holds one page and the ids of two, so that it
 * drops messages that a shifted page repeats.
 *
 * <p>{@link #hasNext()} and {@link #next()} may wait for a page. If a page fails, the next call requests it again. Not
 * thread-safe.
 */
final class ListIterator implements Iterator<Sms> {

    private final ListPages pages;
    private final Deque<Sms> held = new ArrayDeque<>();
    private Set<Long> lastPage = Set.of();
    private Set<Long> pageBefore = Set.of();
    private int nextPage;
    private int left;
    private int repeated;
    private boolean ended;

    ListIterator(ListPages pages) {
        this.pages = pages;
        this.nextPage = pages.first();
        this.left = pages.maxResults();
    }

    /** @throws CliqtelException when a page can't be read; the next call requests the same page */
    @Override
    public boolean hasNext() {
        while (held.isEmpty() && !ended && left > 0) {
            take(ask());
        }
        return left > 0 && !held.isEmpty();
    }

    /** @throws CliqtelException when a page can't be read; the next call requests the same page */
    @Override
    public Sms next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        return held.removeFirst();
    }

    private Page ask() {
        try {
            return pages.page(nextPage).join().value();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CliqtelException known ? known : failed;
        }
    }

    private void take(Page page) {
        Set<Long> ids = new HashSet<>();
        for (Sms sms : page.messages()) {
            if (ids.add(sms.id()) && !lastPage.contains(sms.id()) && !pageBefore.contains(sms.id())) {
                held.addLast(sms);
            }
        }
        repeated = held.isEmpty() ? repeated + 1 : 0;
        ended = !page.hasNext(nextPage, pages.perPage());
        if (!ended) {
            EndlessListGuard.check(repeated);
        }
        pageBefore = lastPage;
        lastPage = ids;
        nextPage++;
    }
}
